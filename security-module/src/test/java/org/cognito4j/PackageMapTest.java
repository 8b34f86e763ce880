package org.cognito4j;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two packages with most classes have a map in their {@code package-info.java}: it shows each, and none that is gone. */
class PackageMapTest {

    private static final Pattern NAME = Pattern.compile("\\{@code\\s+(?:\\*\\s+)?([A-Z]\\w+)}");

    @ParameterizedTest
    @ValueSource(strings = {"org/cognito4j", "org/cognito4j/jakarta"})
    void shows_each_class_of_the_package(String folder) throws IOException {
        Path sources = Path.of("src/main/java", folder);
        assertThat(named(sources)).containsExactlyElementsOf(there(sources));
    }

    private static TreeSet<String> named(Path sources) throws IOException {
        return NAME.matcher(Files.readString(sources.resolve("package-info.java")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> there(Path sources) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .filter(not("package-info"::equals))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
