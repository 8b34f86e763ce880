package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy file says is taken when it is whole and right, and nothing else changes the policy. */
class PolicyWatchTest {

    private static final String DENIAL = "cognito.clients.\"abc\".denied=true\n";
    private static final String OTHER_DENIAL = "cognito.clients.\"def\".denied=true\n";

    @TempDir
    private Path folder;

    private final List<List<VerifierSettings>> taken = new ArrayList<>();
    private final PolicyEventList events = new PolicyEventList();

    @Test
    void decides_before_all_other_places_at_the_start() throws Exception {
        ServiceSettings settings = settings("cognito.client-ids=abc\n" + DENIAL);

        assertThat(settings.pools().get(0).clientIds()).containsExactly("abc");
        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        assertThat(settings.changingPolicy()).isPresent();
    }

    @Test
    void has_policy_of_named_pools() throws Exception {
        Files.writeString(
                file(), "cognito.pool.a.clients.\"abc\".denied=true\ncognito.issued-before=2026-12-01T09:30:00Z\n");
        ServiceSettings settings = ServiceSettingsReader.read(configuration(Map.of(
                "cognito.policy-file", file().toString(),
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc",
                "cognito.pool.b.user-pool-id", "eu-west-1_IhGfEdCbA",
                "cognito.pool.b.client-ids", "abc")));

        assertThat(settings.pools())
                .extracting(pool -> pool.deniesClient("abc"))
                .containsExactly(true, false);
        assertThat(settings.pools())
                .extracting(pool -> pool.issuedBefore("abc").toString())
                .containsOnly("2026-12-01T09:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cognito.clock-skew=PT0S                 | cognito.clock-skew                 | It needs a restart",
                "cognito.pool.a.jwks-uri=https://a.b     | cognito.pool.a.jwks-uri            | It needs a restart",
                "cognito.realm=x                         | cognito.realm                      | It needs a restart",
                "cognito.client.client-secret=x          | cognito.client.client-secret       | It needs a restart",
                "cognito.policy-file=/x                  | cognito.policy-file                | It needs a restart",
                "cognito.clients.\"abc\".denyed=true     | cognito.clients.\"abc\".denyed     | is not a setting",
                "log.level=x                             | log.level                          | is not a setting",
                "cognito.clients.\"abc\".denied=perhaps  | cognito.clients.\"abc\".denied     | cannot be read",
                "cognito.clients.\"nobody\".denied=true  | cognito.clients.\"nobody\"         | is not one of client-ids",
                "cognito.client-ids=                     | cognito.client-ids                 | is blank",
                "cognito.issued-before=now               | cognito.issued-before              | cannot be read",
                "cognito.audience=\\u00zz                | cognito.policy-file                | is no properties file"
            })
    void a_fault_in_the_file_ends_the_deployment(String line, String key, String message) {
        InvalidSettings refusal = catchThrowableOfType(InvalidSettings.class, () -> settings(line + "\n"));

        assertThat(refusal.faults()).extracting(SettingFault::setting).contains(key);
        assertThat(refusal).hasMessageContaining(message);
    }

    /** A file that the whole server names may be the one of all its applications, which accept other app clients. */
    @Test
    void a_file_of_the_server_may_name_app_clients_of_other_applications() throws Exception {
        write(DENIAL + "cognito.clients.\"nobody\".denied=true\n");
        Map<String, String> own =
                Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc,def");
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(
                ConfigurationSource.ofServer("server", Map.of("cognito.policy-file", file().toString())),
                ConfigurationSource.of("base", own))));

        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        assertThat(settings.pools().get(0).acceptsClient("nobody")).isFalse();
    }

    @Test
    void a_missing_or_half_written_file_ends_the_deployment() {
        assertThat(catchThrowableOfType(InvalidSettings.class, () -> ServiceSettingsReader.read(base())))
                .hasMessageContaining("cognito.policy-file")
                .hasMessageContaining("NoSuchFileException");
        assertThat(catchThrowableOfType(
                        InvalidSettings.class, () -> settings(marked(DENIAL).replace("abc", "abd"))))
                .hasMessageContaining("half written");
    }

    @Test
    void takes_a_marked_file_with_the_first_look() throws Exception {
        PolicyWatch watch = watch(marked(""));

        write(marked(DENIAL));
        watch.look();
        watch.look();

        assertDenied(true);
        assertThat(taken).hasSize(1);
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void takes_a_file_without_end_line_once_it_is_unchanged_over_two_looks() throws Exception {
        PolicyWatch watch = watch("");

        write(DENIAL.substring(0, 20));
        watch.look();
        write(DENIAL);
        watch.look();
        assertThat(taken).isEmpty();
        watch.look();

        assertDenied(true);
        assertThat(watch.problem()).isEmpty();
    }

    /** At each byte, two looks: nothing is dropped, and the policy is never replaced but by the whole file. */
    @Test
    void no_truncation_of_a_marked_file_replaces_the_policy() throws Exception {
        byte[] good = marked(DENIAL + OTHER_DENIAL).getBytes(UTF_8);
        PolicyWatch watch = watch(marked(DENIAL));
        write(new String(good, UTF_8));
        watch.look();
        assertThat(taken).hasSize(1);
        int withoutLineBreak = good.length - 1;

        for (int length = 0; length < withoutLineBreak; length++) {
            Files.write(file(), Arrays.copyOf(good, length));
            watch.look();
            watch.look();
            watch.look();
            assertThat(taken).as("%d bytes", length).hasSize(1);
            assertThat(watch.problem()).as("%d bytes", length).isNotEmpty();
        }
        Files.write(file(), Arrays.copyOf(good, withoutLineBreak));
        watch.look();

        assertThat(taken.get(taken.size() - 1).get(0).deniesClient("abc")).isTrue();
        assertThat(taken.get(taken.size() - 1).get(0).deniesClient("def")).isTrue();
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void keeps_the_last_good_policy_while_the_file_is_gone_and_says_so() throws Exception {
        PolicyWatch watch = watch(marked(DENIAL));

        Files.delete(file());
        watch.look();
        assertThat(watch.problem()).contains("NoSuchFileException");
        Files.createDirectory(file());
        watch.look();
        assertThat(watch.problem()).contains("cannot be read");
        Files.delete(file());
        assertThat(taken).isEmpty();

        write(marked(DENIAL));
        watch.look();
        assertThat(watch.problem()).isEmpty();
        write(marked(OTHER_DENIAL));
        watch.look();
        assertDenied(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cognito.clients.\"abc\".denied=perhaps\n", "cognito.clock-skew=PT0S\n", "cognito.x=\\u12\n"})
    void keeps_the_last_good_policy_while_the_file_is_faulty(String text) throws Exception {
        PolicyWatch watch = watch(marked(DENIAL));

        write(marked(text));
        watch.look();
        assertThat(taken).isEmpty();
        assertThat(watch.problem()).contains("faulty");

        write(marked(""));
        watch.look();
        assertDenied(false);
        assertThat(watch.problem()).isEmpty();
    }

    /** As a ConfigMap is changed: the link in the middle is replaced. */
    @Test
    void follows_a_link_that_leads_elsewhere() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path data = folder.resolve("..data");
        Files.writeString(first.resolve("p"), marked(""));
        Files.writeString(second.resolve("p"), marked(DENIAL));
        FileTime time = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
        Files.setLastModifiedTime(first.resolve("p"), time);
        Files.setLastModifiedTime(second.resolve("p"), time);
        Files.createSymbolicLink(data, first);
        Files.createSymbolicLink(file(), data.resolve("p"));
        PolicyWatch watch = watch();
        watch.look();

        Path next = Files.createSymbolicLink(folder.resolve("..next"), second);
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        watch.look();

        assertDenied(true);
    }

    /** Same length and same time: attributes tell nothing. */
    @Test
    void notices_a_change_that_attributes_do_not_show() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
        String one = marked(DENIAL);
        String other = marked(OTHER_DENIAL);
        assertThat(one).hasSameSizeAs(other);
        PolicyWatch watch = watch(one);
        Files.setLastModifiedTime(file(), time);
        watch.look();

        write(other);
        Files.setLastModifiedTime(file(), time);
        watch.look();

        assertThat(taken.get(0).get(0).deniesClient("def")).isTrue();
    }

    @Test
    void takes_a_long_file_that_takes_the_place_of_another_with_the_next_look() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
        String comment = "# " + "x".repeat(FileOrigin.SHORT) + "\n";
        PolicyWatch watch = watch(marked(comment));
        Files.setLastModifiedTime(file(), time);
        watch.look();
        watch.look();

        Path next = folder.resolve("next");
        Files.writeString(next, marked(comment + DENIAL));
        Files.setLastModifiedTime(next, time);
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
        watch.look();

        assertDenied(true);
    }

    @Test
    void a_setting_of_another_place_that_changes_meanwhile_has_no_effect() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "COGNITO_USER_POOL_ID", "eu-west-1_AbCdEfGhI",
                "COGNITO_CLIENT_IDS", "abc,def",
                "COGNITO_POLICY_FILE", file().toString()));
        write(marked(""));
        ChangingPolicy policy = ServiceSettingsReader.read(
                        Configuration.of(List.of(JdkSources.environment(environment))))
                .changingPolicy()
                .orElseThrow();
        PolicyWatch watch = watch(policy, taken::add, new Idle());

        environment.put("COGNITO_USER_POOL_ID", "nonsense");
        write(marked(DENIAL));
        watch.look();

        assertDenied(true);
    }

    @Test
    void tells_once_of_each_change_and_each_problem() throws Exception {
        PolicyWatch watch = watch(marked(""));
        watch.look();
        assertThat(events.all()).isEmpty();

        write(marked(DENIAL));
        watch.look();
        watch.look();
        write(DENIAL + "x");
        watch.look();
        watch.look();
        write(marked("cognito.x=1\n"));
        watch.look();
        watch.look();
        write(marked(DENIAL));
        watch.look();

        assertThat(events.all())
                .hasSize(3)
                .startsWith("changed " + file())
                .element(1, STRING)
                .startsWith("failing " + file() + " is cut short");
        assertThat(events.all()).element(2, STRING).startsWith("failing " + file() + " is faulty.");
    }

    /** What is said of a faulty file is said again after another problem. */
    @Test
    void says_what_the_problem_is_now() throws Exception {
        PolicyWatch watch = watch(marked(""));
        write(marked("cognito.x=1\n"));
        watch.look();
        Files.delete(file());
        watch.look();
        assertThat(watch.problem()).contains("NoSuchFile");

        write(marked("cognito.x=1\n"));
        watch.look();

        assertThat(watch.problem()).contains("cognito.x: is not a setting");
    }

    @Test
    void goes_on_looking_whatever_is_thrown() throws Exception {
        write(marked(""));
        OneByOne thread = new OneByOne();
        ChangingPolicy policy =
                ServiceSettingsReader.read(base()).changingPolicy().orElseThrow();
        PolicyWatch watch = watch(
                policy,
                pools -> {
                    if (taken.isEmpty()) {
                        taken.add(pools);
                        throw new IllegalStateException("once");
                    }
                    taken.add(pools);
                },
                thread);
        watch.start();
        write(marked(DENIAL));

        thread.runNext();
        assertThat(watch.problem()).contains("IllegalStateException");
        assertThat(thread.delay).isEqualTo(Duration.ofSeconds(1));
        thread.runNext();

        assertThat(taken).hasSize(2);
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void says_that_it_cannot_look_where_no_thread_can_be_started() throws Exception {
        write(marked(""));
        Idle thread = new Idle();
        thread.close();
        PolicyWatch watch =
                watch(ServiceSettingsReader.read(base()).changingPolicy().orElseThrow(), taken::add, thread);

        watch.start();

        assertThat(watch.problem()).contains("RejectedExecutionException");
    }

    private void assertDenied(boolean denied) {
        assertThat(taken).isNotEmpty();
        assertThat(taken.get(taken.size() - 1).get(0).deniesClient("abc")).isEqualTo(denied);
    }

    private PolicyWatch watch(String text) throws IOException {
        write(text);
        return watch();
    }

    private PolicyWatch watch() {
        return watch(ServiceSettingsReader.read(base()).changingPolicy().orElseThrow(), taken::add, new Idle());
    }

    private PolicyWatch watch(ChangingPolicy policy, Consumer<List<VerifierSettings>> taker, RefreshThread thread) {
        return new PolicyWatch(policy, taker, events, thread);
    }

    private ServiceSettings settings(String text) throws IOException {
        write(text);
        return ServiceSettingsReader.read(base());
    }

    private Configuration base() {
        return configuration(Map.of(
                "cognito.policy-file", file().toString(),
                "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.client-ids", "abc,def"));
    }

    private static Configuration configuration(Map<String, String> texts) {
        return Configuration.of(List.of(ConfigurationSource.of("base", texts)));
    }

    private Path file() {
        return folder.resolve("policy.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private static String marked(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return text + "# end " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs nothing: the test looks itself. */
    private static final class Idle implements RefreshThread {

        private boolean closed;

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (closed) {
                throw new RejectedExecutionException("closed");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Runs what is planned when it is told to. */
    private static final class OneByOne implements RefreshThread {

        private Runnable next = () -> {};
        private Duration delay = Duration.ZERO;

        @Override
        public void runAfter(Duration newDelay, Runnable task) {
            delay = newDelay;
            next = task;
        }

        void runNext() {
            next.run();
        }

        @Override
        public void close() {}
    }
}
