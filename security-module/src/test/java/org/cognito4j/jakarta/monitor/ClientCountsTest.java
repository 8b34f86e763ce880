package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.VerifierSettings;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.Test;

class ClientCountsTest {

    private final ClientCounts counts = new ClientCounts(GenuineTokens.NOW::toEpochMilli);

    @Test
    void are_by_display_name_or_id_and_together_for_all_others() {
        configure(pool().clientIds(List.of("a", "b")).clientName("a", "Shop"));
        for (int i = 0; i < 10_000; i++) {
            counts.refused(counts.of("unknown" + i), "wrong-client", Set.of());
        }
        counts.refused(counts.of("a"), "token-expired", Set.of());
        counts.refused(counts.unverified(), "token-malformed", Set.of());

        assertThat(counts.figures()).containsOnlyKeys("Shop", "b", "other", "unverified");
        assertThat(figures("other").getRefusedByReason()).isEqualTo(Map.of("wrong-client", 10_000L));
        assertThat(figures("Shop").getRefused()).isEqualTo(1);
        assertThat(figures("b").getRefused()).isZero();
        assertThat(figures("unverified").getRefused()).isEqualTo(1);
    }

    @Test
    void are_by_id_for_a_second_client_of_the_same_name_and_for_names_that_are_taken() {
        configure(pool().clientIds(List.of("a", "b", "c"))
                .clientName("a", "Shop")
                .clientName("b", "Shop")
                .clientName("c", "other"));

        assertThat(counts.figures()).containsOnlyKeys("Shop", "b", "c", "other", "unverified");
    }

    @Test
    void of_a_client_that_a_new_policy_brings_are_there_from_its_first_request() {
        List<VerifierSettings> current =
                new ArrayList<>(List.of(pool().clientIds(List.of("a")).build()));
        counts.configure(() -> current);
        List<String> heard = new ArrayList<>();
        counts.listen(new ClientCounts.FigureListener() {
            @Override
            public void client(ClientCount count) {
                heard.add(count.label());
            }

            @Override
            public void reason(ClientCount count, String code) {
                heard.add(count.label() + " " + code);
                throw new IllegalStateException("a registry that is broken");
            }

            @Override
            public void scopes(ClientCount count) {
                count.getForbiddenByScope().keySet().forEach(scope -> heard.add(count.label() + " " + scope));
            }
        });
        heard.clear();

        counts.refused(counts.of("b"), "wrong-client", Set.of());
        current.set(0, pool().clientIds(List.of("a", "b")).build());
        counts.refused(counts.of("b"), "token-expired", Set.of());
        counts.refused(counts.of("b"), "token-expired", Set.of());
        counts.refused(counts.of("b"), "token-expired", Set.of("write"));
        counts.refused(counts.of("b"), "token-expired", Set.of("write"));

        assertThat(heard).containsExactly("other wrong-client", "b", "b token-expired", "b write");
        assertThat(figures("b").getRefused()).isEqualTo(4);
    }

    @Test
    void are_of_named_clients_where_any_client_may_call() {
        configure(pool().clientIds(List.of("*")).clientName("a", "Shop"));

        assertThat(counts.of("a").label()).isEqualTo("Shop");
        assertThat(counts.of("b").label()).isEqualTo("other");
    }

    @Test
    void count_403_by_scope_and_bound_the_scopes() {
        configure(pool().clientIds(List.of("a")));
        ClientCount count = counts.of("a");
        counts.refused(count, "insufficient-scope", List.of("orders/read", "orders/write"));
        counts.refused(count, "insufficient-scope", List.of("orders/read"));
        assertThat(count.getForbiddenByScope()).isEqualTo(Map.of("orders/read", 2L, "orders/write", 1L));

        for (int i = 0; i < 1_000; i++) {
            counts.refused(count, "insufficient-scope", List.of("s" + i));
        }
        assertThat(count.getForbiddenByScope()).hasSizeLessThanOrEqualTo(101).containsEntry("other", 902L);
    }

    @Test
    void tell_when_a_client_was_seen_and_what_its_tokens_had_left() {
        configure(pool().clientIds(List.of("a")));
        ClientCount count = counts.of("a");
        assertThat(count.getLastSeen()).isZero();
        assertThat(count.getSecondsLeft()).isZero();

        count.accepted(GenuineTokens.expiringAt(GenuineTokens.NOW.plusSeconds(100)), false);
        count.accepted(GenuineTokens.expiringAt(GenuineTokens.NOW.plusSeconds(300)), false);

        assertThat(count.getLastSeen()).isEqualTo(GenuineTokens.NOW.getEpochSecond());
        assertThat(count.getSecondsLeft()).isEqualTo(200);
        assertThat(count.getAccepted()).isEqualTo(2);
    }

    @Test
    void warn_once_of_a_client_that_asks_for_a_new_token_on_each_call() {
        configure(pool().clientIds(List.of("a")).clientName("a", "Shop"));
        try (LoggedLines lines = LoggedLines.of("org.cognito4j")) {
            for (int i = 0; i < 99; i++) {
                counts.of("a").accepted(token(i), false);
            }
            assertThat(lines.lines(Level.WARNING)).isEmpty();
            for (int i = 99; i < 400; i++) {
                counts.of("a").accepted(token(i), false);
            }

            assertThat(lines.lines(Level.WARNING)).singleElement().asString().contains("\"Shop\"", "100 new tokens");
        }
        assertThat(figures("Shop").getTokens()).isEqualTo(400);
    }

    @Test
    void do_not_warn_of_a_client_that_uses_its_tokens_again_nor_of_many_clients_together() {
        configure(pool().clientIds(List.of("a")));
        try (LoggedLines lines = LoggedLines.of("org.cognito4j")) {
            for (int i = 0; i < 300; i++) {
                counts.of("a").accepted(token(i), false);
                counts.of("a").accepted(token(i), false); // where no verdicts are remembered
                counts.of("other client").accepted(token(i), false);
            }

            assertThat(lines.lines(Level.WARNING)).isEmpty();
        }
        assertThat(figures("a").getTokens()).isEqualTo(300);
    }

    private static AccessToken token(int number) {
        return GenuineTokens.withId("jti-" + number);
    }

    private ClientFigures figures(String client) {
        return counts.figures().get(client);
    }

    private void configure(VerifierSettingsBuilder pool) {
        VerifierSettings settings = pool.build();
        counts.configure(() -> List.of(settings));
    }

    private static VerifierSettingsBuilder pool() {
        return new VerifierSettingsBuilder().userPoolId(GenuineTokens.POOL);
    }
}
