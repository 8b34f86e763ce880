package org.cognito4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples in the README, which its readers copy. Tests run in a folder of {@code src-it}. */
final class Readme {

    private static final Path README = Path.of(System.getProperty("cognito4j.it.readme", "../../README.md"));
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^ *```(\\w+)\\n(.*?)^ *```$");

    private Readme() {}

    /** The only example that holds a text. */
    static String example(String holding) {
        List<String> examples =
                examples().stream().filter(example -> example.contains(holding)).toList();
        if (examples.size() != 1) {
            throw new AssertionError(examples.size() + " examples in the README hold " + holding);
        }
        return examples.get(0);
    }

    /** All of them, without the lines of the fences. */
    static List<String> examples() {
        return EXAMPLE.matcher(text())
                .results()
                .map(MatchResult::group)
                .map(example -> example.lines()
                        .skip(1)
                        .filter(line -> !line.contains("```"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat)
                        .stripIndent())
                .toList();
    }

    static String text() {
        try {
            return Files.readString(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
