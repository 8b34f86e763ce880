package org.cognito4j.jakarta.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.ScopeRoles;
import org.cognito4j.VerifierSettingsBuilder;
import org.junit.jupiter.api.Test;

class ClientUseTest {

    private static final String API = "https://api.example.com";
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final ScopeRoles MAPPING = new VerifierSettingsBuilder()
            .userPoolId(GenuineTokens.POOL)
            .clientIds(List.of(GenuineTokens.CLIENT))
            .resourceServer(API)
            .build()
            .scopeRoles();

    private final UsageTable table = new UsageTable("/", List.of(), InstantSource.fixed(START));
    private final ClientUse use = table.of(GenuineTokens.CLIENT, "Shop", GenuineTokens.POOL);
    private final AccessToken token = GenuineTokens.holding(API + "/read", API + "/write");

    private static final class Call extends CallNeeds {}

    private CallNeeds accepted() {
        use.accepted(token, false, 1_000);
        return new Call();
    }

    private UsageFigures figures() {
        return table.figures().get("Shop");
    }

    @Test
    void proposes_what_no_call_needed_where_all_needs_are_known() {
        use.role("read", MAPPING, token, accepted());
        use.anyToken(accepted());
        use.scopes(List.of(), token, accepted());

        assertThat(figures().getUnusedScopes()).containsExactly(API + "/write");
        assertThat(figures().getPerhapsUnusedScopes()).isEmpty();
        assertThat(figures().getScopes()).isEqualTo(Map.of(API + "/read", 1L, API + "/write", 0L));
        assertThat(figures().getCalls()).isEqualTo(3);
        assertThat(figures().getSince()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void doubts_all_as_long_as_nothing_was_asked_of_one_call() {
        use.role("read", MAPPING, token, accepted());
        accepted();

        assertThat(figures().getUnusedScopes()).isEmpty();
        assertThat(figures().getPerhapsUnusedScopes()).containsExactly(API + "/write");
        assertThat(figures().getCallsOfUnknownNeeds()).isEqualTo(1);
    }

    @Test
    void doubts_a_role_that_no_scope_of_the_token_gives_before_and_after_one_that_is_known() {
        CallNeeds first = accepted();
        use.role("read", MAPPING, token, first);
        use.role("given-by-the-server", MAPPING, token, first);
        CallNeeds second = accepted();
        use.roles(List.of("given-by-the-server"), MAPPING, token, second);
        use.role("read", MAPPING, token, second);
        use.doubt(second);

        assertThat(figures().getCallsOfUnknownNeeds()).isEqualTo(2);
    }

    @Test
    void needs_every_scope_that_may_have_been_the_reason() {
        use.roles(List.of("read", "write", "delete"), MAPPING, token, accepted());

        assertThat(figures().getScopes().values()).containsOnly(1L);
    }

    @Test
    void knows_the_needs_of_a_call_that_is_refused_after_all() {
        CallNeeds known = accepted();
        use.role("read", MAPPING, token, known);
        use.forbidden(known);
        CallNeeds doubted = accepted();
        use.doubt(doubted);
        use.forbidden(doubted);
        use.forbidden(doubted);
        use.forbidden(accepted());

        assertThat(figures().getCallsOfUnknownNeeds()).isZero();
    }

    @Test
    void counts_a_call_once_however_often_it_is_asked() {
        CallNeeds call = accepted();
        for (int i = 0; i < 5; i++) {
            use.role("read", MAPPING, token, call);
        }
        accepted();

        assertThat(figures().getCallsOfUnknownNeeds()).isEqualTo(1);
    }

    @Test
    void takes_any_caller_for_no_need() {
        use.role("**", MAPPING, token, accepted());
        use.roles(Set.of("**"), MAPPING, token, accepted());

        assertThat(figures().getCallsOfUnknownNeeds()).isZero();
        assertThat(figures().getUnusedScopes()).hasSize(2);
    }

    @Test
    void knows_no_needs_in_an_application_that_decides_out_of_sight() {
        UsageTable blind = new UsageTable("/", List.of("Shop reads the scopes of tokens"), InstantSource.fixed(START));
        ClientUse unseen = blind.of("a", "A", GenuineTokens.POOL);
        unseen.accepted(token, false, 1);
        CallNeeds call = new Call();
        unseen.role("read", MAPPING, token, call);
        unseen.forbidden(call);

        assertThat(blind.figures().get("A").getUnusedScopes()).isEmpty();
        assertThat(blind.figures().get("A").getCallsOfUnknownNeeds()).isEqualTo(1);
    }

    @Test
    void keeps_no_more_scopes_and_codes_than_there_is_room_for_and_proposes_none_of_the_rest() {
        for (int i = 0; i < 300; i++) {
            use.accepted(GenuineTokens.holding(API + "/s" + i), false, 1);
            use.refused("code-" + i, 1);
        }

        assertThat(figures().getScopes()).hasSize(ClientUse.MOST_SCOPES);
        assertThat(figures().getRefusedByReason()).hasSize(ClientUse.MOST_SCOPES);
    }

    @Test
    void keeps_no_more_clients_than_there_is_room_for() {
        for (int i = 0; i < 3_000; i++) {
            table.of("client" + i, "name" + i, GenuineTokens.POOL);
        }

        assertThat(table.figures()).hasSizeLessThanOrEqualTo(1_001).containsKey("other");
    }

    @Test
    void goes_by_the_mapping_of_now() {
        use.role("read", MAPPING, token, accepted());
        ScopeRoles other = new VerifierSettingsBuilder()
                .userPoolId(GenuineTokens.POOL)
                .clientIds(List.of(GenuineTokens.CLIENT))
                .resourceServer(API)
                .role("read", Set.of(API + "/write"))
                .build()
                .scopeRoles();
        use.role("read", other, token, accepted());

        assertThat(figures().getScopes()).isEqualTo(Map.of(API + "/read", 1L, API + "/write", 1L));
    }

    @Test
    void shows_clients_that_never_came_and_those_that_are_refused() {
        table.of("b", "Auditor", GenuineTokens.POOL).refused("token-expired", 1_700_000_000);
        table.ask(Optional.of(API));

        assertThat(table.figures().get("Auditor").getRefusedByReason()).isEqualTo(Map.of("token-expired", 1L));
        assertThat(table.figures().get("Auditor").getLastSeen()).isEqualTo(1_700_000_000);
        assertThat(figures().getLastSeen()).isZero();
        assertThat(figures().getUnusedScopes()).isEmpty();
        assertThat(table.content().resourceServers()).containsExactly(API);
    }
}
