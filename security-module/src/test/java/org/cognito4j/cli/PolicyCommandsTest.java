package org.cognito4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program changes a policy file in one step, or leaves it as it is and says what to do. The clock stands at GenuineTokens.NOW. */
class PolicyCommandsTest {

    private static final String CLIENT = "1example23456789";
    private static final String TEXT = "# who may call\ncognito.client-ids=" + CLIENT
            + ",other\n\n# names\ncognito.clients.\"" + CLIENT + "\".name=Billing\n";

    @TempDir
    private Path folder;

    @Test
    void denies_and_allows_a_client_and_keeps_all_else() throws Exception {
        write(TEXT);

        Run denied = run("deny", "--client", CLIENT);

        assertThat(denied.out())
                .contains("changed  cognito.clients.\"" + CLIENT + "\".denied=true")
                .contains("client " + CLIENT + ": every token is refused (client-denied)")
                .contains("is in place")
                .contains("checked by itself");
        assertThat(denied.code()).isZero();
        assertThat(body()).isEqualTo(TEXT + "cognito.clients.\"" + CLIENT + "\".denied=true\n");
        assertThat(run("deny", "--client", CLIENT).out()).contains("already").contains("nothing had to change");

        assertThat(run("allow", "--client", CLIENT).code()).isZero();
        assertThat(body()).isEqualTo(TEXT);
        Run again = run("allow", "--client", CLIENT);
        assertThat(again.out()).contains("already");
        assertThat(again.code()).isZero();
    }

    /** Until the next whole second tokens of the old secret have the same iat. */
    @Test
    void denies_tokens_by_their_age_and_never_less_than_before() throws Exception {
        write(TEXT);

        run("deny", "--client", CLIENT, "--issued-before", "now");
        assertThat(body()).endsWith("cognito.clients.\"" + CLIENT + "\".issued-before=2026-11-22T10:00:00Z\n");
        Run earlier = run("deny", "--client", CLIENT, "--issued-before", "2026-11-22T09:00:00Z");
        assertThat(earlier.out()).contains("already").contains("2026-11-22T10:00:00Z");
        run("deny", "--issued-before", "2026-11-21T00:00:00Z");
        assertThat(body()).endsWith("cognito.issued-before=2026-11-21T00:00:00Z\n");

        run("allow", "--client", CLIENT, "--issued-before");
        run("allow", "--issued-before");
        assertThat(body()).isEqualTo(TEXT);
    }

    @Test
    void denies_and_allows_single_tokens() throws Exception {
        write(TEXT);

        run("deny", "--token-id", "a-b", "--until", "2026-11-23T00:00:00Z");
        run("deny", "--token-id", "c");
        assertThat(body()).isEqualTo(TEXT + "cognito.denied-tokens=a-b@2026-11-23T00:00:00Z,c@2026-11-23T10:10:00Z\n");
        run("deny", "--token-id", "a-b", "--until", "2026-11-22T12:00:00Z");
        run("deny", "--token-id", "a-b", "--until", "2026-11-24T00:00:00Z");
        assertThat(body()).endsWith("cognito.denied-tokens=a-b@2026-11-24T00:00:00Z,c@2026-11-23T10:10:00Z\n");

        run("allow", "--token-id", "a-b");
        assertThat(body()).endsWith("cognito.denied-tokens=c@2026-11-23T10:10:00Z\n");
        run("allow", "--token-id", "c");
        assertThat(body()).isEqualTo(TEXT);
    }

    /** What a pool sets for itself replaces what is set for all. */
    @Test
    void denies_in_each_pool_what_is_denied_in_all() throws Exception {
        write("cognito.pool.a.client-ids=x\ncognito.pool.a.denied-tokens=old@2026-12-01T00:00:00Z\n"
                + "cognito.pool.b.client-ids=y\n");

        run("deny", "--token-id", "new", "--until", "2026-12-01T00:00:00Z");
        run("deny", "--client", "x");
        run("deny", "--client", "y", "--issued-before", "now");
        run("deny", "--pool", "b", "--issued-before", "now");

        assertThat(body().lines())
                .containsExactly(
                        "cognito.pool.a.client-ids=x",
                        "cognito.pool.a.denied-tokens=old@2026-12-01T00:00:00Z,new@2026-12-01T00:00:00Z",
                        "cognito.pool.b.client-ids=y",
                        "cognito.denied-tokens=new@2026-12-01T00:00:00Z",
                        "cognito.pool.a.clients.\"x\".denied=true",
                        "cognito.pool.b.clients.\"y\".issued-before=2026-11-22T10:00:00Z",
                        "cognito.pool.b.issued-before=2026-11-22T10:00:00Z");
        Run unclear = run("deny", "--client", "z");
        assertThat(unclear.code()).isEqualTo(2);
        assertThat(unclear.err()).contains("--pool").contains("--config");
    }

    @Test
    void finds_the_pool_of_a_client_and_all_faults_by_the_settings_of_the_application() throws Exception {
        Path application = Files.writeString(
                folder.resolve("app.properties"),
                "cognito.pool.a.user-pool-id=eu-west-1_AbCdEfGhI\ncognito.pool.a.client-ids=x\n"
                        + "cognito.pool.b.user-pool-id=eu-west-1_IhGfEdCbA\ncognito.pool.b.client-ids=y\n");
        write("");

        Run denied = run("deny", "--client", "y", "--config", application.toString());
        assertThat(denied.code()).isZero();
        assertThat(denied.out()).doesNotContain("checked by itself");
        assertThat(body()).isEqualTo("cognito.pool.b.clients.\"y\".denied=true\n");

        String before = Files.readString(file());
        Run unknown = run("deny", "--client", "z", "--pool", "a", "--config", application.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).contains("is not one of client-ids");
        assertThat(unknown.err()).contains("as it was");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.x=1\n",
                "cognito.clock-skew=PT0S\n",
                "cognito.clients.\"a\".denied=perhaps\n",
                "cognito.issued-before=yesterday\n",
                "cognito.client-ids=other\n",
                "cognito.x=\\u00zz\n",
                "cognito.client-ids=a\n# end 00\n"
            })
    void leaves_a_policy_as_it_is_that_would_have_a_fault(String text) throws Exception {
        write(text);

        for (String[] command : List.of(
                new String[] {"deny", "--client", CLIENT},
                new String[] {"deny", "--client", CLIENT, "--issued-before", "now"},
                new String[] {"deny", "--issued-before", "now"})) {
            if (text.contains("client-ids=other") && command.length == 3 && !command[1].equals("--client")) {
                continue; // nothing is wrong with that
            }
            Run run = run(command);
            assertThat(run.code()).as(run.all()).isBetween(1, 2);
            assertThat(run.all()).isNotBlank();
            assertThat(Files.readString(file())).isEqualTo(text);
        }
        assertThat(files()).containsExactly("policy.properties");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deny                                             | Say what to deny",
                "deny --client a b                                | means nothing here",
                "deny --client a,b                                | no app client id",
                "deny --client eyJhbGciOi                         | looks like a token",
                "deny --token-id a@b                              | no token id",
                "deny --client a --token-id b                     | Name a client or a token",
                "deny --token-id b --issued-before now            | Name a token or an instant",
                "deny --client a --until 2026-12-01T00:00:00Z     | belongs to --token-id",
                "deny --token-id a --until 2026-11-22T10:00:00Z   | has passed",
                "deny --token-id a --until tomorrow               | is no instant",
                "deny --issued-before yesterday                   | is no instant",
                "deny --issued-before 2026-11-22T10:05:01Z        | in the future",
                "deny --pool a.b --client a                       | no name of a pool",
                "allow                                            | Say what to allow",
                "allow --token-id a --issued-before               | one after the other"
            })
    void says_what_is_wrong_with_a_command_line(String command, String message) throws Exception {
        write(TEXT);

        Run run = run(command.split(" "));

        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(2);
        assertThat(Files.readString(file())).isEqualTo(TEXT);
    }

    @Test
    void needs_a_policy_file_that_is_there() {
        assertThat(Run.of("", "deny", "--client", "a").err()).contains("--policy");
        Run missing = run("deny", "--client", "a");
        assertThat(missing.err()).contains("There is no policy file").contains("create an empty file");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(run("policy", "show").code()).isEqualTo(1);
        assertThat(Run.of("", "policy").err()).contains("show or seal");
    }

    @Test
    void keeps_permissions_and_links() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("p");
        Files.writeString(real, TEXT);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(file(), real);

        assertThat(run("deny", "--client", CLIENT).code()).isZero();

        assertThat(Files.isSymbolicLink(file())).isTrue();
        assertThat(Files.readString(real)).contains("denied=true");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        assertThat(files()).containsExactlyInAnyOrder("real", "policy.properties");
    }

    @Test
    void refuses_a_file_that_is_mounted_from_a_config_map() throws Exception {
        Path version = Files.createDirectory(folder.resolve("..2026_12_01_09_30_00.1"));
        Files.writeString(version.resolve("policy.properties"), TEXT);
        Files.createSymbolicLink(folder.resolve("..data"), version);
        Files.createSymbolicLink(file(), Path.of("..data", "policy.properties"));

        Run denied = run("deny", "--client", CLIENT);

        assertThat(denied.code()).isEqualTo(1);
        assertThat(denied.err()).contains("ConfigMap").contains("kubectl");
        assertThat(Files.readString(version.resolve("policy.properties"))).isEqualTo(TEXT);
        assertThat(run("policy", "show").code()).isZero();
    }

    @Test
    void seals_what_was_edited_by_hand_and_shows_what_is_denied() throws Exception {
        write(TEXT + "cognito.clients." + CLIENT + ".denied=true\ncognito.clients.\"other\".denied=false\n"
                + "cognito.pool.b.clients.\"y\".issued-before=2026-11-22T10:00:00Z\ncognito.pool.b.client-ids=y\n"
                + "cognito.denied-tokens=a@2026-11-22T10:00:00Z, b@2026-11-22T10:00:01Z\n");
        Run open = run("policy", "show");
        assertThat(open.out()).contains("policy seal");

        assertThat(run("policy", "seal").code()).isZero();
        Run show = run("policy", "show");

        assertThat(show.out().lines())
                .contains(
                        "client " + CLIENT + ": every token",
                        "client y of pool b: tokens issued before 2026-11-22T10:00:00Z",
                        "token a: until 2026-11-22T10:00:00Z, which has passed",
                        "token b: until 2026-11-22T10:00:01Z",
                        "The policy ends with its last line.");
        assertThat(show.out()).doesNotContain("other");
        assertThat(run("policy", "show", "--json").json()).containsEntry("sealed", true);

        Files.writeString(file(), Files.readString(file()).replace("Billing", "Bills"));
        assertThat(run("policy", "show").err()).contains("half written").contains("policy seal");
        assertThat(run("policy", "seal").code()).isZero();
        assertThat(run("policy", "show").code()).isZero();
        write("cognito.x=1\n");
        assertThat(run("policy", "show").code()).isEqualTo(1);
        assertThat(run("policy", "seal").code()).isEqualTo(2);
        assertThat(Files.readString(file())).isEqualTo("cognito.x=1\n");
    }

    @Test
    void prints_json() throws Exception {
        write(TEXT);

        assertThat(run("deny", "--client", CLIENT, "--json").json()).containsEntry("verdict", "changed");
        assertThat(run("deny", "--client", CLIENT, "--json").json()).containsEntry("verdict", "unchanged");
    }

    /** Each of them waits for the others, or says that it has to be run again. */
    @Test
    void loses_no_denial_of_several_that_run_at_once() throws Exception {
        write("");
        int runs = 40;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Run>> all = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                String id = "client" + i;
                all.add(threads.submit(() -> run("deny", "--client", id)));
            }
            for (int i = 0; i < runs; i++) {
                Run run = all.get(i).get();
                boolean isDenied = body().contains("cognito.clients.\"client" + i + "\".denied=true\n");
                assertThat(isDenied).as(run.all()).isEqualTo(run.code() == 0);
                assertThat(run.code() == 0 || run.err().contains("Run this again"))
                        .as(run.all())
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly("policy.properties");
    }

    @Test
    void explains_itself() {
        for (String command : List.of("deny", "allow", "policy")) {
            Run help = Run.of("", command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Exit codes:");
        }
        assertThat(Run.of("", "policy", "show", "--help").out()).contains("--policy");
        assertThat(Run.of("", "--help").out()).contains("deny", "allow", "policy");
    }

    private Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--policy", file().toString()));
        return Run.of("", all.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("policy.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** The file without its last line, which is there. */
    private String body() throws IOException {
        String text = Files.readString(file());
        assertThat(text).contains("# end ");
        return text.substring(0, text.lastIndexOf("# end "));
    }
}
