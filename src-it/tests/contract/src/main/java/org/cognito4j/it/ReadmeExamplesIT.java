package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's examples are short, and those in Java are the classes that are deployed. */
class ReadmeExamplesIT {

    private static final int LINES = 10;

    @ParameterizedTest
    @CsvSource({
        "@WebFilter,                                    filter/OrdersFilter",
        "userPoolId =,                                   annotated/Trust",
        "@CustomFormAuthenticationMechanismDefinition,  mixed/Entrances",
    })
    void are_what_is_deployed(String holding, String file) throws IOException {
        assertThat(dense(source(file))).contains(dense(Readme.example(holding)));
    }

    @Test
    void are_what_is_deployed_within_a_sentence_too() throws IOException {
        String call = Readme.text().replaceFirst("(?s).*`(CognitoFilter\\.register\\([^`]*\\))`.*", "$1");

        assertThat(dense(source("registered/Registration"))).contains(dense(call));
    }

    @Test
    void are_short() {
        String forms = Readme.text().replaceFirst("(?s).*\\n## Protect your own WAR\\n(.*?)\\n## .*", "$1");

        assertThat(Readme.examples().stream().filter(example -> forms.contains(firstLine(example))))
                .hasSizeGreaterThan(6)
                .allSatisfy(example -> assertThat(example.lines().count()).isLessThanOrEqualTo(LINES));
    }

    private static String firstLine(String example) {
        return example.lines().findFirst().orElseThrow();
    }

    private static String source(String file) throws IOException {
        return Files.readString(
                Readme.ROOT.resolve("src-it/tests/contract/src/main/java/org/cognito4j/it/readme/" + file + ".java"));
    }

    /** How an example is broken into lines is a matter of its place. */
    private static String dense(String java) {
        return java.replaceAll("\\s", "");
    }
}
