package dev.parley.local.trace;

import java.util.List;

/** Names of users, as many as fit in a line. */
final class People {

    private static final int MOST = 5;

    private People() {}

    static String some(List<String> users) {
        return users.size() <= MOST
                ? String.join(", ", users)
                : String.join(", ", users.subList(0, MOST)) + " and " + (users.size() - MOST) + " more";
    }
}
