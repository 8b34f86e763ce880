package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.decision.TokenHolder;
import org.cognito4j.jakarta.fake.HostileTexts;
import org.cognito4j.jakarta.fake.SampleDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {

    /** Of no other test that records: JDK 17 loses texts that an earlier recording of the same JVM had. */
    private static final UserPool POOL = UserPool.of("eu-west-1_FlightRec");

    @TempDir
    private Path folder;

    @Test
    void holds_codes_and_durations() throws IOException {
        FlightRecording observer = new FlightRecording();
        Path file = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(FlightRecording.DecisionEvent.class);
            recording.enable(FlightRecording.KeyFetchEvent.class);
            recording.enable(FlightRecording.PolicyEvent.class);
            recording.start();
            observer.policyChanged(2, "/etc/policy");
            observer.policyFailing("/etc/policy", "is faulty");
            observer.refused(SampleDecisions.verified("token-expired"));
            observer.refreshed(POOL, 2, Duration.ofMillis(3));
            observer.failed(POOL, "HTTP status 503", Duration.ofMillis(4));
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .filteredOn(event -> isNamed(event, "Decision"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("code")).isEqualTo("token-expired");
                    assertThat(event.getDuration("took")).isEqualTo(Duration.ofNanos(7_000));
                    assertThat(event.getString("client")).isEqualTo("abc");
                    assertThat(event.getString("clientName")).isEqualTo("Shop");
                    assertThat(event.getString("tokenId")).isEqualTo("jti-1");
                    assertThat(event.getString("route")).isEqualTo("/orders/api/*");
                });
        assertThat(events)
                .filteredOn(event -> isNamed(event, "KeyFetch"))
                .extracting(
                        event -> event.getString("userPool"),
                        event -> event.getString("outcome"),
                        event -> event.getDuration("took"))
                .containsExactly(
                        tuple(POOL.id(), "refreshed", Duration.ofMillis(3)),
                        tuple(POOL.id(), "HTTP status 503", Duration.ofMillis(4)));
        assertThat(events)
                .filteredOn(event -> isNamed(event, "Policy"))
                .extracting(
                        event -> event.getString("origin"),
                        event -> event.getString("outcome"),
                        event -> event.getLong("version"))
                .containsExactly(tuple("/etc/policy", "changed", 2L), tuple("/etc/policy", "is faulty", 0L));
    }

    @Test
    void holds_any_text_and_no_more_than_256_characters_of_it() throws IOException {
        FlightRecording observer = new FlightRecording();
        Path file = folder.resolve("hostile.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(FlightRecording.DecisionEvent.class);
            recording.start();
            HostileTexts.all()
                    .forEach(text -> observer.refused(SampleDecisions.of(
                            "wrong-client",
                            new TokenHolder(true, text, text, text, text, "eu-west-1_FlightRec", Set.of(text)),
                            new Requirement(Set.of(text), Set.of(), Set.of(text)))));
            recording.stop();
            recording.dump(file);
        }

        List<String> kept = HostileTexts.all().stream()
                .map(text -> text.length() > 256 ? text.substring(0, 256) : text)
                .toList();
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        for (String field : List.of("client", "clientName", "caller", "tokenId", "scopes", "required", "missing")) {
            assertThat(events.stream().map(event -> event.getString(field)))
                    .as(field)
                    .containsExactlyInAnyOrderElementsOf(kept);
        }
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getString("code")).isEqualTo("wrong-client"));
    }

    @Test
    void sets_nothing_up_as_long_as_nobody_records() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unrecorded.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(FlightRecording.class.getName() + " ", "refused without a recording")
                .doesNotContain("DecisionEvent", "KeyFetchEvent", "PolicyEvent");
    }

    /** A program of its own: in this one others have recorded before. */
    static final class Unrecorded {

        private Unrecorded() {}

        public static void main(String[] arguments) {
            FlightRecording observer = new FlightRecording();
            SecurityObserver observers = new SecurityObservers(List.of(observer));
            if (observers.hearsRefused()) {
                observers.refused(SampleDecisions.verified("token-expired"));
            }
            observer.refreshed(POOL, 2, Duration.ofMillis(3));
            System.out.println("refused without a recording");
        }
    }

    private static boolean isNamed(RecordedEvent event, String name) {
        return event.getEventType().getName().equals("org.cognito4j." + name);
    }
}
