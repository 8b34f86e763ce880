package org.cognito4j;

import java.time.Instant;
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
 */
record ClientPolicy(@Nullable String name, @Nullable Set<String> roles, boolean denied, Instant issuedBefore) {

    static final ClientPolicy NONE = new ClientPolicy(null, null, false, Instant.MIN);

    ClientPolicy {
        roles = roles == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    ClientPolicy named(String newName) {
        return new ClientPolicy(Objects.requireNonNull(newName, "name"), roles, denied, issuedBefore);
    }

    ClientPolicy limitedTo(Set<String> newRoles) {
        return new ClientPolicy(name, newRoles, denied, issuedBefore);
    }

    ClientPolicy denied(boolean newDenied) {
        return new ClientPolicy(name, roles, newDenied, issuedBefore);
    }

    ClientPolicy issuedBefore(Instant instant) {
        return new ClientPolicy(name, roles, denied, Objects.requireNonNull(instant, "instant"));
    }

    /** For the log at the start. */
    String summaryOf(String id) {
        return id
                + (name == null ? "" : " is \"" + name + "\"")
                + (denied ? ", denied" : "")
                + (issuedBefore.equals(Instant.MIN) ? "" : ", tokens issued before " + issuedBefore + " refused")
                + (roles == null ? "" : ", may have only the roles " + String.join(", ", roles));
    }

    boolean mayHave(String role) {
        return roles == null || roles.contains(role);
    }
}
