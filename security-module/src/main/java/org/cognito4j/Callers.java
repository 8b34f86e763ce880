package org.cognito4j;

/** Whose access tokens a service accepts. */
public enum Callers {

    /** App clients calling in their own name; the default. */
    MACHINES,

    /** People who signed in to the user pool. */
    USERS,

    /** Machines and people. */
    BOTH;

    boolean accept(CallerKind kind) {
        return this == BOTH || this == (kind == CallerKind.MACHINE ? MACHINES : USERS);
    }
}
