package org.cognito4j.jakarta.guard;

import org.jspecify.annotations.Nullable;

/**
 * Notes whether the caller of a request lacked the role that it was last asked for: then a 403 that follows is for that role.
 * Where several roles would do, they are asked for until the caller has one. Thread-safe.
 */
public final class RoleAnswers {

    private volatile boolean lacksRole;
    private volatile @Nullable String missingRole;

    /** Notes an answer, and passes it on. */
    public boolean noted(@Nullable String role, boolean hasRole) {
        if (!hasRole) {
            missingRole = role;
        }
        lacksRole = !hasRole;
        return hasRole;
    }

    boolean lacksRole() {
        return lacksRole;
    }

    /** The role that the caller lacked last; null if it lacked none. */
    @Nullable String missingRole() {
        return missingRole;
    }
}
