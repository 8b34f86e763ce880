package org.cognito4j.it;

/** Where the tests get their tokens from. */
interface Tokens {

    /** A token the application accepts, of the given caller with the given roles. */
    String accepted(String caller, String... roles);

    /** A token the application refuses. */
    String refused();
}
