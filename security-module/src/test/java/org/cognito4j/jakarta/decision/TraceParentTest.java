package org.cognito4j.jakarta.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-b7ad6b7169203331-01",
                "00-" + TRACE + "-b7ad6b7169203331-00",
                "cc-" + TRACE + "-b7ad6b7169203331-01",
                "cc-" + TRACE + "-b7ad6b7169203331-01-what-the-future-will-be-like"
            })
    void gives_the_trace_id(String header) {
        assertThat(TraceParent.traceId(header)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + TRACE + "-b7ad6b7169203331",
                "00-" + TRACE + "-b7ad6b7169203331-01-more",
                "cc-" + TRACE + "-b7ad6b7169203331-01.more",
                "ff-" + TRACE + "-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c8031\"c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c803\n9c-b7ad6b7169203331-01",
                "00_" + TRACE + "_b7ad6b7169203331_01"
            })
    void gives_nothing_of_any_other_header(String header) {
        assertThat(TraceParent.traceId(header)).isEmpty();
    }

    @Test
    void gives_nothing_without_a_header() {
        assertThat(TraceParent.traceId(null)).isEmpty();
    }
}
