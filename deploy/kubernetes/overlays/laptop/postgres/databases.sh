#!/bin/sh
# Run once, by the image, on an empty data folder: for each service a database of its own, which nobody else gets into.
set -eu

for name in parley parley_search; do
    psql --quiet --set=ON_ERROR_STOP=1 --set=name="$name" --username=postgres --dbname=postgres <<SQL
\set password \`cat /run/secrets/postgres/$name\`
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
