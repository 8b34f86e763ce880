package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.InvalidSettings;
import org.cognito4j.PolicySource;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy of an application's own source is taken like that of a file; what the source does wrong leaves the last good one. */
class PolicySourceTest {

    private static final String DENIED = "cognito.clients.\"abc\".denied";

    private final List<List<VerifierSettings>> taken = new ArrayList<>();
    private final PolicyEventList events = new PolicyEventList();
    private final Planned thread = new Planned();
    private final Versioned source = new Versioned();

    @TempDir
    private Path folder;

    /** As an application writes one over a table of settings and a version. */
    private static class Versioned implements PolicySource {

        private final List<String> known = new ArrayList<>();
        private final AtomicInteger ends = new AtomicInteger();
        private volatile Callable<Optional<PolicyText>> next =
                () -> Optional.of(PolicyText.of("1", Map.of(DENIED, "false")));
        private volatile Runnable callback = () -> {};

        @Override
        public Optional<PolicyText> read(String knownVersion) throws Exception {
            known.add(knownVersion);
            return next.call();
        }

        @Override
        public void onChange(Runnable read) {
            callback = read;
        }

        @Override
        public void close() {
            ends.incrementAndGet();
        }

        void has(String version, Map<String, String> settings) {
            next = () -> Optional.of(PolicyText.of(version, settings));
        }
    }

    @Test
    void decides_before_all_other_places_and_changes_while_the_application_runs() {
        source.has("1", Map.of(DENIED, "true"));
        ServiceSettings settings = read(source);
        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        PolicyWatch watch = watch(settings);

        source.next = Optional::empty;
        watch.look();
        assertThat(taken).isEmpty();
        source.has("2", Map.of());
        watch.look();

        assertThat(taken.get(0).get(0).deniesClient("abc")).isFalse();
        assertThat(source.known).containsExactly("", "1", "1");
        assertThat(events.all()).containsExactly("changed the PolicySource " + Versioned.class.getName());
    }

    @Test
    void is_read_at_once_when_it_says_so_however_often_and_at_the_interval() {
        PolicyWatch watch = watch(read(source));
        watch.start();
        thread.runNext();
        assertThat(thread.delays).containsExactly(Duration.ofSeconds(30));
        source.has("2", Map.of(DENIED, "true"));

        source.callback.run();
        source.callback.run();

        assertThat(thread.delays).containsExactly(Duration.ofSeconds(30), Duration.ZERO);
        thread.runLast();
        assertThat(taken.get(0).get(0).deniesClient("abc")).isTrue();
        source.callback.run();
        assertThat(thread.delays).endsWith(Duration.ZERO);
        watch.close();
        source.callback.run();
        assertThat(source.ends).hasValue(1);
    }

    @Test
    void what_it_throws_leaves_the_last_good_policy_and_the_whole_policy_is_read_again() {
        PolicyWatch watch = watch(read(source));

        for (Callable<Optional<PolicySource.PolicyText>> failure : failures()) {
            source.next = failure;
            watch.look();
            assertThat(watch.problem()).isNotEmpty().doesNotContain("secret");
        }
        assertThat(taken).isEmpty();
        source.has("1", Map.of(DENIED, "false"));
        watch.look();

        assertThat(watch.problem()).isEmpty();
        assertThat(source.known).startsWith("", "1", "");
    }

    private static List<Callable<Optional<PolicySource.PolicyText>>> failures() {
        return List.of(
                () -> {
                    throw new IOException("secret");
                },
                () -> {
                    throw new StackOverflowError("secret");
                },
                () -> null,
                Optional::empty,
                () -> Optional.of(new PolicySource.PolicyText("2", null)),
                () -> Optional.of(PolicySource.PolicyText.of("2", Map.of("cognito.clock-skew", "PT0S"))),
                () -> Optional.of(new PolicySource.PolicyText("2", "cognito.x=\\u12")),
                () -> Optional.of(new PolicySource.PolicyText("2", "")));
    }

    @Test
    void a_text_without_last_line_is_taken_at_the_second_look_a_second_later() {
        source.next = () -> Optional.of(new PolicySource.PolicyText("1", ""));
        PolicyWatch watch = watch(read(source));
        watch.start();
        source.next = () -> Optional.of(new PolicySource.PolicyText("2", DENIED + "=true\n"));
        thread.runNext();
        assertThat(taken).isEmpty();
        assertThat(thread.delays).containsExactly(Duration.ofSeconds(1));

        source.next = Optional::empty;
        thread.runNext();

        assertThat(taken.get(0).get(0).deniesClient("abc")).isTrue();
        assertThat(thread.delays).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void texts_of_all_characters_arrive_as_they_are() {
        String name = "Ünï: = # ! \\ 𝄞 x";
        source.has("1", Map.of("cognito.clients.\"abc\".name", name));

        assertThat(read(source).pools().get(0).clientName("abc")).contains(name);
    }

    @Test
    void a_read_that_hangs_is_the_problem_and_blocks_nothing_and_ends() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        PolicyWatch watch = new PolicyWatch(
                read(source).changingPolicy().orElseThrow(), taken::add, events, thread, Duration.ofMillis(100));
        source.next = () -> {
            reads.incrementAndGet();
            awaitUninterruptibly(end);
            return Optional.of(PolicySource.PolicyText.of("2", Map.of(DENIED, "true")));
        };

        watch.look();
        assertThat(watch.problem()).contains("has not returned");
        watch.look();
        watch.look();
        assertThat(reads).hasValue(1);
        assertThat(events.all()).hasSize(1);
        assertThat(taken).isEmpty();

        end.countDown();
        while (taken.isEmpty()) {
            watch.look();
        }
        assertThat(taken.get(0).get(0).deniesClient("abc")).isTrue();
        assertThat(watch.problem()).isEmpty();
        watch.close();
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // as a file system that does not answer
            }
        }
    }

    @Test
    void a_source_that_fails_at_the_start_ends_the_deployment_unless_there_is_a_copy() throws Exception {
        source.next = () -> {
            throw new IOException("secret");
        };
        InvalidSettings refusal = catchThrowableOfType(InvalidSettings.class, () -> read(source));
        assertThat(refusal).hasMessageContaining(Versioned.class.getName()).hasMessageContaining("IOException");
        assertThat(refusal.getMessage()).doesNotContain("secret");

        Path copy = Files.writeString(folder.resolve("copy"), DENIED + "=true\n");
        ServiceSettings settings =
                ServiceSettingsReader.read(base(Map.of("cognito.policy-copy", copy.toString())), sources(source));
        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
    }

    @Test
    void two_places_of_policy_end_the_deployment() {
        assertThat(catchThrowableOfType(
                        InvalidSettings.class,
                        () -> ServiceSettingsReader.read(
                                base(Map.of("cognito.policy-url", "https://policy.example.com/p")), sources(source))))
                .hasMessageContaining("cognito.policy-url")
                .hasMessageContaining("beside the PolicySource");
        assertThat(catchThrowableOfType(
                        InvalidSettings.class,
                        () -> ServiceSettingsReader.read(
                                base(Map.of()), sources(source).withBean(new Versioned(), Object.class))))
                .hasMessageContaining("more than once");
    }

    @Test
    void a_setting_without_effect_ends_the_deployment() {
        PolicySources none = PolicySources.in(getClass().getClassLoader());

        assertThat(catchThrowableOfType(
                        InvalidSettings.class,
                        () -> ServiceSettingsReader.read(base(Map.of("cognito.policy-interval", "PT5S")), none)))
                .hasMessageContaining("cognito.policy-interval")
                .hasMessageContaining("has no effect without");
    }

    /** A bean whose class is a service as well is one source. */
    @Test
    void is_found_among_services_and_beans() throws Exception {
        try (URLClassLoader application = service(ServiceSource.class.getName())) {
            PolicySources found = PolicySources.in(application);
            assertThat(found.all()).extracting(PolicySources.Named::type).containsExactly(ServiceSource.class);
            PolicySources withBean = found.withBean(source, ServiceSource.class);
            assertThat(withBean.all()).extracting(PolicySources.Named::make).containsExactly(source);
        }
        try (URLClassLoader application = service("nowhere.ToBeFound")) {
            assertThat(catchThrowableOfType(InvalidSettings.class, () -> PolicySources.in(application)))
                    .hasMessageContaining("cannot be used");
        }
    }

    private URLClassLoader service(String type) throws IOException {
        Path services = Files.createDirectories(folder.resolve(type).resolve("META-INF/services"));
        Files.writeString(services.resolve(PolicySource.class.getName()), type);
        return new URLClassLoader(
                new URL[] {folder.resolve(type).toUri().toURL()}, getClass().getClassLoader());
    }

    /** A service. */
    public static final class ServiceSource implements PolicySource {

        /** Made by the service loader. */
        public ServiceSource() {}

        @Override
        public Optional<PolicyText> read(String knownVersion) {
            return Optional.of(PolicyText.of("1", Map.of()));
        }
    }

    private ServiceSettings read(PolicySource of) {
        return ServiceSettingsReader.read(base(Map.of()), sources(of));
    }

    private static PolicySources sources(PolicySource source) {
        return PolicySources.in(PolicySourceTest.class.getClassLoader()).withBean(source, source.getClass());
    }

    private static Configuration base(Map<String, String> more) {
        Map<String, String> texts =
                new HashMap<>(Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc,def"));
        texts.putAll(more);
        return Configuration.of(List.of(ConfigurationSource.of("base", texts)));
    }

    private PolicyWatch watch(ServiceSettings settings) {
        return new PolicyWatch(settings.changingPolicy().orElseThrow(), taken::add, events, thread);
    }

    /** Runs what is planned when it is told to. */
    private static final class Planned implements RefreshThread {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();

        @Override
        public void runAfter(Duration delay, Runnable task) {
            tasks.add(task);
            delays.add(delay);
        }

        void runNext() {
            delays.remove(0);
            tasks.remove(0).run();
        }

        void runLast() {
            delays.remove(delays.size() - 1);
            tasks.remove(tasks.size() - 1).run();
        }

        @Override
        public void close() {}
    }
}
