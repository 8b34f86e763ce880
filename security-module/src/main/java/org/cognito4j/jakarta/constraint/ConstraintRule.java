package org.cognito4j.jakarta.constraint;

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
public record ConstraintRule(Kind kind, Set<String> roles) {

    /** From the strongest to the weakest. */
    public enum Kind {
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

    /** Lets every request pass. */
    public static final ConstraintRule EVERYBODY = new ConstraintRule(Kind.EVERYBODY, Set.of());
    /** Refuses every request. */
    public static final ConstraintRule NOBODY = new ConstraintRule(Kind.NOBODY, Set.of());

    public ConstraintRule {
        roles = Set.copyOf(roles);
    }

    /** The rule of an authorization constraint with these names. */
    public static ConstraintRule ofRoles(Set<String> names) {
        if (names.isEmpty()) {
            return NOBODY;
        }
        if (names.contains("**")) {
            return new ConstraintRule(Kind.ANY_CALLER, Set.of());
        }
        return names.contains("*")
                ? new ConstraintRule(Kind.ANY_ROLE, Set.of())
                : new ConstraintRule(Kind.ROLES, names);
    }

    /** This rule and another one for the same requests. */
    ConstraintRule and(ConstraintRule other) {
        if (kind == Kind.ROLES && other.kind == Kind.ROLES) {
            Set<String> all = new LinkedHashSet<>(roles);
            all.addAll(other.roles);
            return new ConstraintRule(Kind.ROLES, all);
        }
        if (Stream.of(this, other).anyMatch(rule -> rule.kind == Kind.NOBODY)) {
            return NOBODY;
        }
        return kind.compareTo(other.kind) >= 0 ? this : other;
    }
}
