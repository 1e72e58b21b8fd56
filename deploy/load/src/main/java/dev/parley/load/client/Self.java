package dev.parley.load.client;

import dev.parley.load.wire.UserId;

/** Who a device belongs to, what it remembers, and which gateway it tries first. */
record Self(UserId user, Notebook notebook, int gateway) {}
