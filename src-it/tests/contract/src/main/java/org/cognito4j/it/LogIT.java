package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is logged about tokens: at every level where the server is in this JVM, elsewhere at its own. */
class LogIT extends Contract {

    private static final int SHORTEST_PART_THAT_TELLS = 16;

    @Test
    void has_no_part_of_any_token_at_any_level() {
        Set<String> tokens = new LinkedHashSet<>(BadTokens.byReason().values());
        tokens.addAll(List.of(READER, WRITER, NEWCOMER, READER + "x", READER + "=", READER.replace('.', '~')));
        List<String> records;
        try (ServerLog log = ServerLog.open()) {
            for (String token : tokens) {
                for (String path :
                        List.of("read/x", "open/x", "rest/read", "authenticate/by-request", "dispatch/error")) {
                    with(token, path);
                }
                withHeaders("read/x", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token);
                withHeaders("read/x", "Authorization", "Bearer \"" + token + "\"");
            }
            await().until(() -> log.records().stream().anyMatch(line -> line.contains("Request refused: ")));
            records = log.records();
        }

        for (String token : tokens) {
            for (String part : token.split("[.~=]")) {
                if (part.length() >= SHORTEST_PART_THAT_TELLS) {
                    assertThat(records.stream().filter(line -> line.contains(part)))
                            .as("records with a part of a token")
                            .isEmpty();
                }
            }
        }
    }
}
