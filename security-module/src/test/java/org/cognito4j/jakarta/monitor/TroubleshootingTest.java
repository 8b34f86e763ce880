package org.cognito4j.jakarta.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cognito4j.RejectionReason;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class TroubleshootingTest {

    @Test
    void explains_every_code_once_and_no_other() throws IOException {
        assertThat(rows())
                .extracting(cells -> cells.get(0))
                .containsExactlyInAnyOrderElementsOf(
                        RefusalCode.all().stream().map(code -> "`" + code + "`").toList());
    }

    @Test
    void tells_of_each_code_what_is_seen_its_cause_and_its_cure() throws IOException {
        assertThat(rows()).allSatisfy(cells -> assertThat(cells).hasSize(4).noneMatch(String::isBlank));
    }

    @Test
    void tells_the_error_that_is_sent() throws IOException {
        for (RejectionReason reason : RejectionReason.values()) {
            assertThat(rows())
                    .filteredOn(cells -> cells.get(0).equals("`" + reason.code() + "`"))
                    .singleElement()
                    .satisfies(cells -> assertThat(cells.get(1)).isEqualTo("401 `" + reason.error() + "`"));
        }
    }

    /** The cells of each row below the heading. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "troubleshooting.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }
}
