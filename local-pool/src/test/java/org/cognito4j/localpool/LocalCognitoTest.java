package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCognitoTest {
    @TempDir
    Path folder;

    @Test
    void keeps_its_pools_in_a_file() throws IOException {
        Path file = folder.resolve("state.json");
        String pool;
        AppClient client;
        try (LocalCognito first = LocalCognito.configure().stateFile(file).start()) {
            Api api = new Api(first);
            pool = api.createPoolWithScopes();
            client = api.createClient(pool);
        }

        try (LocalCognito second = LocalCognito.configure().stateFile(file).start()) {
            assertThat(second.userPoolIds()).containsExactly(pool);
            assertThat(Caller.postAs(client, second.pool(pool), "grant_type=client_credentials")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void prefers_the_stored_pool_to_its_definition() {
        Path file = folder.resolve("state.json");
        AppClient first;
        try (LocalCognito cognito =
                LocalCognito.configure().pool(Pools.orders()).stateFile(file).start()) {
            first = cognito.pool(Pools.USER_POOL_ID).client("billing");
        }

        try (LocalCognito cognito =
                LocalCognito.configure().pool(Pools.orders()).stateFile(file).start()) {
            assertThat(cognito.pool(Pools.USER_POOL_ID).client("billing")).isEqualTo(first);
        }
    }

    @Test
    void does_not_start_from_a_file_that_is_no_state() throws IOException {
        Path file = Files.writeString(folder.resolve("state.json"), "{\"version\": 7, \"pools\": {}}");

        assertThatThrownBy(() -> LocalCognito.configure().stateFile(file).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void undoes_a_change_that_cannot_be_stored() throws IOException {
        Path lost = Files.createDirectory(folder.resolve("lost"));
        try (LocalCognito cognito =
                LocalCognito.configure().stateFile(lost.resolve("state.json")).start()) {
            Files.delete(lost);
            Files.createFile(lost);

            assertThat(new Api(cognito).error("CreateUserPool", "{\"PoolName\": \"m2m\"}"))
                    .startsWith("InternalErrorException: ");
            assertThat(cognito.userPoolIds()).isEmpty();
        }
    }

    @Test
    void signs_with_the_users_keys() throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(store, "access");
        keytool(store, "id");

        String token;
        try (LocalCognito first = withKeys(store)) {
            token = first.pool(Pools.USER_POOL_ID).mint("billing").token();
        }
        try (LocalCognito second = withKeys(store)) {
            assertThat(Tokens.isSignedBy(second.pool(Pools.USER_POOL_ID), token))
                    .isTrue();
            assertThat(second.pool(Pools.USER_POOL_ID).keyIds())
                    .allSatisfy(kid -> assertThat(kid).hasSize(44));
        }
    }

    @Test
    void says_which_keys_a_key_store_needs() throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(store, "access");

        assertThatThrownBy(() -> withKeys(store))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aliases access and id");
    }

    @Test
    void says_that_the_password_of_a_key_store_is_wrong() throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(store, "access");

        assertThatThrownBy(
                        () -> LocalCognito.configure().keyStore(store, "wrong").start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("check file and password");
    }

    @Test
    void advertises_another_host() {
        try (LocalCognito cognito = LocalCognito.configure()
                .pool(Pools.orders())
                .advertisedHost("localhost")
                .start()) {
            assertThat(cognito.pool(Pools.USER_POOL_ID).issuer())
                    .matches("http://localhost:\\d+/" + Pools.USER_POOL_ID);
        }
    }

    @Test
    void has_no_pool_that_nobody_made() {
        try (LocalCognito cognito = LocalCognito.configure().start()) {
            assertThatThrownBy(() -> cognito.pool("eu-west-1_Missing")).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void starts_within_300_milliseconds_after_the_first_time() {
        startAndClose();

        assertThat(LongStream.generate(LocalCognitoTest::startAndClose)
                        .limit(5)
                        .min()
                        .orElseThrow())
                .isLessThan(Duration.ofMillis(300).toNanos());
    }

    private static long startAndClose() {
        long before = System.nanoTime();
        try (LocalPool pool = LocalPool.start(Pools.orders())) {
            assertThat(Caller.get(URI.create(pool.issuer() + "/.well-known/openid-configuration"))
                            .statusCode())
                    .isEqualTo(200);
            return System.nanoTime() - before;
        }
    }

    private LocalCognito withKeys(Path store) {
        return LocalCognito.configure()
                .pool(Pools.orders())
                .keyStore(store, "changeit")
                .start();
    }

    private static void keytool(Path store, String alias) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-alias",
                        alias,
                        "-dname",
                        "CN=" + alias,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }
}
