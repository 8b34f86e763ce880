package org.cognito4j.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A policy file changes a running application, for each of its pools. */
@ExtendWith(ArquillianExtension.class)
class PolicyFileIT {

    /** An application that is idle takes one second. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration SEVERAL_LOOKS = Duration.ofMillis(2_500);

    private static final String NOBODY = "";
    private static final String READER_DENIED = "cognito.clients.\"reader\".denied=true\n";
    private static final Path FOLDER = folder();

    private static final LocalPool PARTNER = LocalPool.start(PoolDefinition.builder("us-east-1_Partner")
            .resourceServer(Pools.API, "read", "write")
            .client("caller", client -> client.id("caller"))
            .build());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        put(NOBODY);
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.policy-file", FOLDER.resolve("policy.properties").toString())
                .with("cognito.pool.partner.user-pool-id", PARTNER.userPoolId())
                .with("cognito.pool.partner.issuers", PARTNER.issuer())
                .with("cognito.pool.partner.client-ids", "reader")
                .with("cognito.pool.partner.resource-server", Pools.API);
        return ContractApplication.named("policy-file", settings, Settings.NONE);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cognito4j-policy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void letAllInAgain() {
        put(NOBODY);
        await(Pools.token("reader", "read"), reply -> reply.status() == 200);
        await(partner("reader"), reply -> reply.status() == 200);
    }

    @AfterAll
    static void close() throws IOException {
        PARTNER.close();
        Files.deleteIfExists(FOLDER.resolve("policy.properties"));
        Files.delete(FOLDER);
    }

    @Test
    void cuts_off_a_client_of_one_pool_alone() {
        String reader = Pools.token("reader", "read");
        assertThat(get(reader).status()).isEqualTo(200);

        put(READER_DENIED);

        await(reader, refusedFor("client-denied"));
        assertThat(get(Pools.token("both", "read")).status()).isEqualTo(200);
        assertThat(get(partner("reader")).status()).isEqualTo(200);

        put("cognito.pool.partner.clients.\"reader\".denied=true\n");

        await(partner("reader"), refusedFor("client-denied"));
        await(reader, reply -> reply.status() == 200);
    }

    @Test
    void cuts_off_what_was_issued_before_an_instant_or_has_an_id() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String stolen =
                Pools.mint("reader", "read").issuedAt(start.minusSeconds(60)).token();
        String other =
                Pools.mint("both", "read").issuedAt(start.minusSeconds(60)).token();
        assertThat(get(stolen).status()).isEqualTo(200);

        put("cognito.clients.\"reader\".issued-before=" + start + "\n");

        await(stolen, refusedFor("issued-before"));
        assertThat(get(Pools.mint("reader", "read").issuedAt(start).token()).status())
                .isEqualTo(200);
        assertThat(get(other).status()).isEqualTo(200);

        String one = Pools.mint("both", "read").claim("jti", "one").token();
        put("cognito.denied-tokens=one@" + start.plusSeconds(3600) + "\n");

        await(one, refusedFor("token-denied"));
        assertThat(get(other).status()).isEqualTo(200);
    }

    @Test
    void stays_in_force_while_the_next_one_is_faulty() {
        String reader = Pools.token("reader", "read");
        put(READER_DENIED);
        await(reader, refusedFor("client-denied"));

        for (String faulty :
                new String[] {"cognito.client-ids=*\ncognito.realm=opened\n", "cognito.pool.x.denied=no\n"}) {
            put(faulty);
            long end = System.nanoTime() + SEVERAL_LOOKS.toNanos();
            while (System.nanoTime() < end) {
                assertThat(get(reader).status()).isEqualTo(401);
                assertThat(get(Pools.token(Pools.STRANGER, "read")).status()).isEqualTo(401);
            }
        }
    }

    private static String partner(String client) {
        return PARTNER.mint("caller")
                .clientId(client)
                .scopes(Pools.API + "/read")
                .token();
    }

    private static Predicate<Reply> refusedFor(String reason) {
        return reply -> reply.status() == 401 && reply.reason().equals("invalid_token " + reason);
    }

    private void await(String token, Predicate<Reply> expected) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Reply reply = get(token);
        while (!expected.test(reply)) {
            assertThat(System.nanoTime()).as("in time, not %s", reply).isLessThan(end);
            reply = get(token);
        }
    }

    private Reply get(String token) {
        return Client.send(base, "GET", "read/x", token);
    }

    /** As an operator does it: the whole file with its digest, put into place by one rename. */
    private static void put(String policy) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(policy.getBytes(UTF_8));
            Path next = FOLDER.resolve("next");
            Files.writeString(next, policy + "# end " + HexFormat.of().formatHex(digest) + "\n");
            Files.move(next, FOLDER.resolve("policy.properties"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
