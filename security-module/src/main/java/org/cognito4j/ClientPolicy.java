package org.cognito4j;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one app client alone.
 *
 * @param name how people call it
 * @param roles the only roles it may have; null for all that its scopes give
 * @param denied whether its tokens are refused
 * @param issuedBefore tokens with an earlier {@code iat} are refused; {@link Instant#MIN} for none
 * @param requiredClaims the values that claims of its tokens need
 */
record ClientPolicy(
        @Nullable String name,
        @Nullable Set<String> roles,
        boolean denied,
        Instant issuedBefore,
        RequiredClaims requiredClaims) {

    static final ClientPolicy NONE = new ClientPolicy(null, null, false, Instant.MIN, RequiredClaims.NONE);

    ClientPolicy {
        roles = roles == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    ClientPolicy named(String newName) {
        return new ClientPolicy(Objects.requireNonNull(newName, "name"), roles, denied, issuedBefore, requiredClaims);
    }

    ClientPolicy limitedTo(Set<String> newRoles) {
        return new ClientPolicy(name, newRoles, denied, issuedBefore, requiredClaims);
    }

    ClientPolicy denied(boolean newDenied) {
        return new ClientPolicy(name, roles, newDenied, issuedBefore, requiredClaims);
    }

    ClientPolicy issuedBefore(Instant instant) {
        return new ClientPolicy(name, roles, denied, Objects.requireNonNull(instant, "instant"), requiredClaims);
    }

    ClientPolicy requiring(String claim, Collection<String> values) {
        return new ClientPolicy(name, roles, denied, issuedBefore, requiredClaims.with(claim, values));
    }

    /** For the log at the start. */
    String summaryOf(String id) {
        return id
                + (name == null ? "" : " is \"" + name + "\"")
                + (denied ? ", denied" : "")
                + (issuedBefore.equals(Instant.MIN) ? "" : ", tokens issued before " + issuedBefore + " refused")
                + (requiredClaims.isEmpty() ? "" : ", only tokens of which " + requiredClaims)
                + (roles == null ? "" : ", may have only the roles " + String.join(", ", roles));
    }

    boolean mayHave(String role) {
        return roles == null || roles.contains(role);
    }
}
