package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published Javadoc: it has each type for applications, and none that one package only opens for another. */
class PublishedDocumentationTest {

    private static final Path LISTS = Path.of("src/test/resources/public-types");
    private static final Pattern EXCLUDE = Pattern.compile("<exclude>(org/cognito4j/[^<]+)</exclude>");

    @Test
    void has_each_type_for_applications() throws IOException {
        assertThat(sources("applications.txt")).isNotEmpty().noneMatch(this::isExcluded);
    }

    @Test
    void has_no_type_that_one_package_opens_for_another() throws IOException {
        assertThat(sources("doors.txt")).isNotEmpty().allMatch(this::isExcluded);
    }

    private static List<Path> sources(String list) throws IOException {
        return Files.readAllLines(LISTS.resolve(list)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("\\$.*", "").replace('.', '/'))
                .distinct()
                .map(name -> Path.of("org/cognito4j/" + name + ".java"))
                .toList();
    }

    private boolean isExcluded(Path source) {
        return excludes().anyMatch(pattern -> pattern.matches(source));
    }

    private static Stream<PathMatcher> excludes() {
        try {
            return EXCLUDE.matcher(Files.readString(Path.of("pom.xml")))
                    .results()
                    .map(exclude -> FileSystems.getDefault().getPathMatcher("glob:" + exclude.group(1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
