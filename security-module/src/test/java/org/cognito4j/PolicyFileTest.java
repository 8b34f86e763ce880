package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy file takes effect in a service that runs. */
class PolicyFileTest {

    /** An idle machine takes one second; one that compiles beside it takes longer. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final TestPool pool = TestPool.create();

    @TempDir
    private Path folder;

    @Test
    void cuts_a_client_off_while_the_service_runs_and_ends_with_it() throws Exception {
        put("");
        String token = pool.token()
                .claimText("scope", TestPool.RESOURCE_SERVER + "/orders.read")
                .mint();
        try (CognitoService service = service()) {
            Accepted accepted = (Accepted) service.verifier().verify(token);
            assertThat(service.hasChangingPolicy()).isTrue();

            put("cognito.clients.\"" + TestPool.CLIENT + "\".denied=true\n");
            await(() -> service.verifier().verify(token).equals(new Rejected(RejectionReason.CLIENT_DENIED)));

            put("cognito.clients.\"" + TestPool.CLIENT + "\".issued-before=2026-11-22T10:00:01Z\n");
            await(() -> service.verifier().verify(token).equals(new Rejected(RejectionReason.ISSUED_BEFORE)));

            put("cognito.required-claims.\"tenant\"=acme\n");
            await(() -> service.verifier().verify(token).equals(new Rejected(RejectionReason.CLAIM_MISMATCH)));

            put("cognito.roles.\"reader\"=" + TestPool.RESOURCE_SERVER + "/orders.read\n");
            await(() -> service.verifier().verify(token) instanceof Accepted);
            assertThat(service.rolesOf(accepted.token())).containsExactly("reader");

            Files.delete(folder.resolve("policy.properties"));
            await(() -> !service.policyProblem().isEmpty());
            assertThat(service.verifier().verify(token)).isInstanceOf(Accepted.class);
            assertThat(service.verifier().policyVersion()).isEqualTo(5);
            assertThat(isWatched()).isTrue();
        }
        await(() -> !isWatched());
    }

    private static boolean isWatched() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("cognito4j-policy"));
    }

    private CognitoService service() {
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id",
                        "eu-west-1_AbCdEfGhI",
                        "cognito.client-ids",
                        TestPool.CLIENT,
                        "cognito.policy-file",
                        folder.resolve("policy.properties").toString())))));
        return new CognitoService(
                settings, List.of(), keys -> pool.verifier(settings.pools().get(0)));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(LONGEST.toNanos());
            Thread.sleep(10);
        }
    }

    /** As operators do: a whole file takes the place of the other. */
    private void put(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        Path next = folder.resolve("next");
        Files.writeString(next, text + "# end " + HexFormat.of().formatHex(digest) + "\n");
        Files.move(next, folder.resolve("policy.properties"), StandardCopyOption.ATOMIC_MOVE);
    }
}
