package org.cognito4j.jakarta;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may call. Where several constraints hold for one request the weakest decides, but for the one that lets in nobody
 * (Jakarta Servlet 6.0 section 13.8.1).
 *
 * @param kind the kind of rule
 * @param roles any one of which is enough; of {@link Kind#ROLES} alone
 */
record AccessRule(Kind kind, Set<String> roles) {

    /** From the strongest to the weakest. */
    enum Kind {
        /** An authorization constraint without roles. */
        NOBODY,
        /** Those in one of the named roles. */
        ROLES,
        /** {@code *}: those in any role that the application declares. */
        ANY_ROLE,
        /** {@code **}: whoever is known. */
        ANY_CALLER,
        /** No authorization constraint. */
        EVERYBODY
    }

    static final AccessRule EVERYBODY = new AccessRule(Kind.EVERYBODY, Set.of());
    static final AccessRule NOBODY = new AccessRule(Kind.NOBODY, Set.of());

    AccessRule {
        roles = Set.copyOf(roles);
    }

    /** The rule of an authorization constraint with these names. */
    static AccessRule ofRoles(Set<String> names) {
        if (names.isEmpty()) {
            return NOBODY;
        }
        if (names.contains("**")) {
            return new AccessRule(Kind.ANY_CALLER, Set.of());
        }
        return names.contains("*") ? new AccessRule(Kind.ANY_ROLE, Set.of()) : new AccessRule(Kind.ROLES, names);
    }

    /** This rule and another one for the same requests. */
    AccessRule and(AccessRule other) {
        if (kind == Kind.ROLES && other.kind == Kind.ROLES) {
            Set<String> all = new LinkedHashSet<>(roles);
            all.addAll(other.roles);
            return new AccessRule(Kind.ROLES, all);
        }
        if (Stream.of(this, other).anyMatch(rule -> rule.kind == Kind.NOBODY)) {
            return NOBODY;
        }
        return kind.compareTo(other.kind) >= 0 ? this : other;
    }
}
