package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whatever is configured and granted: no role means anybody, and each role has a scope of the token behind it. */
class ScopeFuzzTest {

    /** The input is a resource server, a role, the scopes that give it, and the scopes of a token: a line each. */
    @FuzzTest
    void gives_roles_that_a_scope_stands_behind(byte[] input) {
        String[] lines = Arrays.copyOf(new String(input, UTF_8).split("\n", 4), 4);
        try {
            ScopeRoles mapping = settings(lines).scopeRoles();
            AccessToken token = token(lines[3] == null ? "" : lines[3]);

            Set<String> roles = mapping.rolesOf(token);

            assertThat(roles).doesNotContain("", "*", "**");
            for (String role : roles) {
                assertThat(mapping.scopesFor(role)).as(role).isNotEmpty().containsAnyElementsOf(token.scopes());
            }
        } catch (InvalidSettings expected) {
            assertThat(expected.faults()).isNotEmpty();
        } catch (TokenRejected expected) {
            assertThat(expected.reason()).isEqualTo(RejectionReason.SCOPE_INVALID);
        }
    }

    private static VerifierSettings settings(String[] lines) {
        VerifierSettingsBuilder settings =
                new VerifierSettingsBuilder().userPoolId("eu-west-1_AbCdEfGhI").clientIds(List.of("client"));
        if (lines[0] != null && !lines[0].isEmpty()) {
            settings.resourceServer(lines[0]);
        }
        if (lines[2] != null && !lines[2].isEmpty()) {
            settings.role(lines[1], Arrays.asList(lines[2].split(" ", -1)));
        }
        return settings.build();
    }

    private static AccessToken token(String scope) throws TokenRejected {
        Claims claims = new Claims(Map.of("scope", scope));
        return new AccessToken.Verified(
                UserPool.of("eu-west-1_AbCdEfGhI"),
                claims,
                CallerKind.MACHINE,
                Optional.empty(),
                ScopeList.parse(claims),
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO);
    }
}
