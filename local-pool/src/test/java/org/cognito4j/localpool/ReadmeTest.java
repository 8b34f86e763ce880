package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the module's README: the ones that no other test runs, and the proof that all are run. */
class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    private final PoolDefinition definition = Pools.orders();
    private final PoolDefinition one = Pools.orders();
    private final PoolDefinition other =
            PoolDefinition.builder("us-east-1_Other").build();

    @Test
    void starts_one_pool() {
        try (LocalPool pool = LocalPool.start(definition)) {
            String token = pool.tokens("billing").with("orders/read");
            assertThat(Tokens.isSignedBy(pool, token)).isTrue();
        }
    }

    @Test
    void starts_several_pools() {
        try (LocalCognito cognito =
                LocalCognito.configure().pool(one).pool(other).amazonIssuers().start()) {
            LocalPool pool = cognito.pool("eu-west-1_LocalPool");
            assertThat(pool.issuer()).startsWith("https://cognito-idp.");
            assertThat(cognito.userPoolIds()).containsExactly("eu-west-1_LocalPool", "us-east-1_Other");
        }
    }

    @Test
    void shows_only_code_that_tests_run() throws IOException {
        String readme = Files.readString(MODULE.resolve("README.md"));
        String tests;
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/test/java"))) {
            tests = files.filter(Files::isRegularFile).map(ReadmeTest::read).collect(Collectors.joining());
        }

        Stream<String> pieces = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split("\\n\\s*// \\.\\.\\.\\n|\\n}\\n")));
        assertThat(pieces.filter(piece -> !piece.isBlank()))
                .allSatisfy(piece -> assertThat(squeezed(tests)).contains(squeezed(piece)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line breaks and indentation are the formatter's. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
