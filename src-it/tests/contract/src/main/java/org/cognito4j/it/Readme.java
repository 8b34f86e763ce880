package org.cognito4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples in the README, which its readers copy. */
final class Readme {

    /** The folder of the repository: tests run somewhere below it. */
    static final Path ROOT = root();

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

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("src-it"))) {
                return folder;
            }
        }
        throw new AssertionError("Not in a folder of the repository: " + here);
    }

    static String text() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
