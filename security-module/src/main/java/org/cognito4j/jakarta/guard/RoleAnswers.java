package org.cognito4j.jakarta.guard;

/**
 * Notes whether the caller of a request lacked the role that it was last asked for: then a 403 that follows is for that role.
 * Where several roles would do, they are asked for until the caller has one. Thread-safe.
 */
public final class RoleAnswers {

    private volatile boolean lacksRole;

    /** Notes an answer, and passes it on. */
    public boolean noted(boolean hasRole) {
        lacksRole = !hasRole;
        return hasRole;
    }

    boolean lacksRole() {
        return lacksRole;
    }
}
