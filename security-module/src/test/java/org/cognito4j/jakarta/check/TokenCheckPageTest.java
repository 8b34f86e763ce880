package org.cognito4j.jakarta.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.GenuineTokens;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;
import org.cognito4j.TokenChecks;
import org.cognito4j.Verification;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;

/** The examples of docs/token-checks.md run, and stand there as they are here. */
class TokenCheckPageTest {

    /** Knows what the check asks. */
    @ApplicationScoped
    public static class Tenants {

        private final Set<String> suspended = Set.of("acme");

        public boolean isSuspended(String tenant) {
            return suspended.contains(tenant);
        }
    }

    // example 1
    @ApplicationScoped
    public static class TenantCheck implements TokenCheck {

        private final Tenants tenants;

        @Inject
        TenantCheck(Tenants tenants) {
            this.tenants = tenants;
        }

        @Override
        public Optional<Denial> check(AccessToken token, RequestFacts request) {
            return token.claimTexts("tenant").stream()
                    .filter(tenants::isSuspended)
                    .findFirst()
                    .map(tenant -> Denial.of("tenant-suspended").withDetail(tenant));
        }
    }
    // end of example 1

    /** A way to verify a token that needs no keys. */
    private interface Verifier {
        Verification verify(String token);
    }

    @Test
    void the_bean_denies_a_tenant_and_allows_others() throws Exception {
        try (SeContainer beans = SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addBeanClasses(Tenants.class, TenantCheck.class)
                        .initialize();
                TokenChecks checks = ApplicationChecks.find(getClass().getClassLoader(), Duration.ofSeconds(20))) {
            assertThat(beans.isRunning()).isTrue();
            assertThat(checks.ask(GenuineTokens.with(Map.of("tenant", "\"acme\"")), RequestFacts.NONE))
                    .contains(Denial.of("tenant-suspended").withDetail("acme"));
            assertThat(checks.ask(GenuineTokens.with(Map.of("tenant", "\"globex\"")), RequestFacts.NONE))
                    .isEmpty();
        }
        assertThat(page()).contains(example(1).replace("public static class", "public class"));
    }

    @Test
    void a_verifier_is_followed_by_checks() throws Exception {
        Tenants tenants = new Tenants();
        String token = "x";
        String address = "192.0.2.1";
        Verifier verifier = text -> new Accepted(GenuineTokens.with(Map.of("tenant", "[\"acme\"]")));

        // example 2
        TokenChecks checks = TokenChecks.of(List.of(new TenantCheck(tenants)), Duration.ofSeconds(2));
        Verification outcome =
                checks.apply(verifier.verify(token), new RequestFacts("GET", "/orders", address, Map.of()));
        // end of example 2

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.denial()).map(Denial::code).contains("tenant-suspended"));
        checks.close();
        assertThat(page()).contains(example(2).replaceAll("\\s+", " "));
    }

    /** Its text with single spaces in the second example, which a formatter may break. */
    private static String page() throws Exception {
        String text = Files.readString(Path.of("..", "docs", "token-checks.md"));
        return text + text.replaceAll("\\s+", " ");
    }

    private static String example(int number) throws Exception {
        String source = Files.readString(Path.of(
                "src", "test", "java", TokenCheckPageTest.class.getName().replace('.', '/') + ".java"));
        String start = "// example " + number + "\n";
        return source.substring(source.indexOf(start) + start.length(), source.indexOf("// end of example " + number))
                .stripIndent()
                .strip();
    }
}
