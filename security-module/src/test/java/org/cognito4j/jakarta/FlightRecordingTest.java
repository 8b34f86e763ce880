package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.cognito4j.UserPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {

    private static final UserPool POOL = UserPool.of("eu-west-1_AbCdEfGhI");

    @TempDir
    private Path folder;

    @Test
    void holds_codes_and_durations() throws IOException {
        FlightRecording observer = new FlightRecording();
        Path file = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(FlightRecording.DecisionEvent.class);
            recording.enable(FlightRecording.KeyFetchEvent.class);
            recording.start();
            observer.refused("token-expired", 7_000);
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
    }

    private static boolean isNamed(RecordedEvent event, String name) {
        return event.getEventType().getName().equals("org.cognito4j." + name);
    }
}
