package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.Verification.Accepted;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final TestPool POOL = TestPool.create();

    @Test
    void tells_of_a_machine() {
        AccessToken token = accepted(POOL.token());

        assertThat(token.userPool()).isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI"));
        assertThat(token.clientId()).isEqualTo(TestPool.CLIENT);
        assertThat(token.callerKind()).isEqualTo(CallerKind.MACHINE);
        assertThat(token.subject()).isEqualTo(TestPool.CLIENT);
        assertThat(token.username()).isEmpty();
        assertThat(token.groups()).isEmpty();
        assertThat(token.issuedAt()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(token.tokenId()).contains("5e5c7b2a-0d0f-4c43-9d0e-2f6f3f1b8a11");
    }

    @Test
    void tells_of_a_person() {
        AccessToken token = accepted(POOL.token().forUser("alice").claim("cognito:groups", "[\"admins\"]"));

        assertThat(token.callerKind()).isEqualTo(CallerKind.USER);
        assertThat(token.clientId()).isEqualTo(TestPool.CLIENT);
        assertThat(token.subject()).isEqualTo("3b1c7c5e-6f2a-4a8e-9a75-0d2f1b6f7c11");
        assertThat(token.username()).contains("alice");
        assertThat(token.groups()).containsExactly("admins");
    }

    @Test
    void puts_no_machine_into_groups() {
        assertThat(accepted(POOL.token().claim("cognito:groups", "[\"admins\"]"))
                        .groups())
                .isEmpty();
    }

    @Test
    void tells_scopes_exactly() {
        AccessToken token = accepted(POOL.token().claimText("scope", "api/readwrite api/x"));

        assertThat(token.scopes()).containsExactly("api/readwrite", "api/x");
        assertThat(token.hasScope("api/readwrite")).isTrue();
        assertThat(token.hasScope("api/read")).isFalse();
        assertThat(token.hasScope("api/readwrite api/x")).isFalse();
        assertThat(token.hasScope("API/readwrite")).isFalse();
        assertThat(token.hasScope("")).isFalse();
        assertThatThrownBy(() -> token.scopes().add("api/read")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tells_what_this_service_calls_the_client() {
        VerifierSettings named =
                POOL.settings().clientName(TestPool.CLIENT, "Billing").build();

        assertThat(accepted(POOL.verifier(named), POOL.token()).clientName()).contains("Billing");
        assertThat(accepted(POOL.token()).clientName()).isEmpty();
    }

    @Test
    void keeps_fractions_of_a_second() {
        AccessToken token = accepted(POOL.token().claim("exp", "1795345200.25"));

        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00.250Z"));
    }

    @Test
    void has_no_token_id_where_the_token_has_none() {
        assertThat(accepted(POOL.token().without("jti")).tokenId()).isEmpty();
        assertThat(accepted(POOL.token().claim("jti", 7)).tokenId()).isEmpty();
    }

    @Test
    void shows_all_claims_and_lets_none_be_changed() {
        AccessToken token = accepted(POOL.token().claim("tenant", "{\"ids\":[1,null]}"));
        Map<String, Object> claims = token.claims();

        assertThat(claims).contains(entry("version", 2L)).containsKeys("sub", "iss", "auth_time", "tenant");
        assertThat(claims.get("tenant")).isEqualTo(Map.of("ids", Arrays.asList(1L, null)));
        assertThatThrownBy(claims::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) claims.get("tenant")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void is_described_without_personal_claims() {
        AccessToken token = accepted(POOL.token().forUser("alice").claimText("email", "alice@example.com"));

        assertThat(token)
                .hasToString("AccessToken[pool=eu-west-1_AbCdEfGhI, client=" + TestPool.CLIENT
                        + ", expiresAt=2026-11-22T11:00:00Z]");
    }

    @Test
    void is_made_by_the_verifier_only() {
        assertThat(AccessToken.class.isSealed()).isTrue();
        assertThat(AccessToken.class.getPermittedSubclasses())
                .hasSize(2)
                .allMatch(type -> Modifier.isFinal(type.getModifiers()))
                .noneMatch(type -> Modifier.isPublic(type.getModifiers()));
        assertThat(List.of(AccessToken.class.getDeclaredConstructors()))
                .extracting(Constructor::getModifiers)
                .noneMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }

    @Test
    void is_shown_by_a_view_as_the_current_caller_has_it() {
        AccessToken machine = accepted(POOL.token().claimText("scope", "api/read"));
        AccessToken person = accepted(POOL.token().forUser("alice").claim("cognito:groups", "[\"admins\"]"));
        AtomicReference<AccessToken> current = new AtomicReference<>(machine);
        AccessToken view = AccessToken.ofCurrentCaller(current::get);

        assertShows(view, machine);
        current.set(person);
        assertShows(view, person);
    }

    @Test
    void is_equal_to_its_view_and_to_no_other_token() {
        AccessToken token = accepted(POOL.token());
        AccessToken other = accepted(POOL.token());
        AccessToken view = AccessToken.ofCurrentCaller(() -> token);

        assertThat(view).isEqualTo(token).hasSameHashCodeAs(token).isNotEqualTo(other);
        assertThat(token).isEqualTo(view).isNotEqualTo(other).isNotEqualTo("token");
        assertThat(AccessToken.ofCurrentCaller(() -> view)).isEqualTo(view).isEqualTo(token);
    }

    @Test
    void has_no_view_without_a_caller() {
        AccessToken view = AccessToken.ofCurrentCaller(() -> {
            throw new IllegalStateException("no caller");
        });

        assertThatThrownBy(view::clientId).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(view::hashCode).isInstanceOf(IllegalStateException.class);
        assertThat(view).hasToString("AccessToken[no current caller]");
    }

    private static void assertShows(AccessToken view, AccessToken token) {
        assertThat(view.userPool()).isSameAs(token.userPool());
        assertThat(view.clientId()).isEqualTo(token.clientId());
        assertThat(view.clientName()).isEqualTo(token.clientName());
        assertThat(view.callerKind()).isSameAs(token.callerKind());
        assertThat(view.subject()).isEqualTo(token.subject());
        assertThat(view.username()).isEqualTo(token.username());
        assertThat(view.scopes()).isEqualTo(token.scopes());
        assertThat(view.hasScope("api/read")).isEqualTo(token.hasScope("api/read"));
        assertThat(view.issuedAt()).isEqualTo(token.issuedAt());
        assertThat(view.expiresAt()).isEqualTo(token.expiresAt());
        assertThat(view.notBefore()).isEqualTo(token.notBefore());
        assertThat(view.tokenId()).isEqualTo(token.tokenId());
        assertThat(view.groups()).isEqualTo(token.groups());
        assertThat(view.claims()).isEqualTo(token.claims());
        assertThat(POOL.settings().build().scopeRoles().rolesOf(view))
                .isEqualTo(POOL.settings().build().scopeRoles().rolesOf(token));
        assertThat(view).hasToString(token.toString());
    }

    private static AccessToken accepted(TokenDraft draft) {
        VerifierSettings settings = POOL.settings().callers(Callers.BOTH).build();
        return accepted(POOL.verifier(settings), draft);
    }

    private static AccessToken accepted(TokenVerifier verifier, TokenDraft draft) {
        return ((Accepted) verifier.verify(draft.mint())).token();
    }
}
