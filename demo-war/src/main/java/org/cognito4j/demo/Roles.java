package org.cognito4j.demo;

import java.util.List;

/** The roles of this application: what its scopes are called without the resource server's identifier. */
final class Roles {

    static final String READ = "orders.read";
    static final String WRITE = "orders.write";
    static final List<String> ALL = List.of(READ, WRITE);

    private Roles() {}
}
