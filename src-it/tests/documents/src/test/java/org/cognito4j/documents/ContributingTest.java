package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContributingTest {

    private static final Path PAGE = Documents.ROOT.resolve("CONTRIBUTING.md");
    private static final Path MODULE = Documents.ROOT.resolve("security-module");

    @Test
    void its_good_test_is_one_that_runs() throws IOException {
        String test = Files.readString(MODULE.resolve("src/test/java/org/cognito4j/jakarta/BearerTokenTest.java"));

        List<String> pieces = new MarkdownPage(PAGE)
                .examples("java")
                .flatMap(example -> Stream.of(example.split("\\n *// \\.\\.\\.\\n")))
                .map(String::strip)
                .toList();

        assertThat(pieces).hasSize(5).allSatisfy(piece -> assertThat(test).contains(piece));
    }

    @Test
    void it_and_the_architecture_tell_of_every_package() throws IOException {
        String contributing = Files.readString(PAGE);
        String architecture = Files.readString(Documents.ROOT.resolve("docs/architecture.md"));

        try (Stream<Path> packages = Files.list(MODULE.resolve("src/main/java/org/cognito4j"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        assertThat(contributing).contains("org.cognito4j." + name + "`");
                        assertThat(architecture).contains("." + name + "`");
                    });
        }
    }

    @Test
    void it_tells_of_every_folder() throws IOException {
        String contributing = Files.readString(PAGE);

        try (Stream<Path> folders = Files.list(Documents.ROOT)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.equals("target")))
                    .contains("docs")
                    .allSatisfy(name -> assertThat(contributing).contains("`" + name + "/`"));
        }
    }
}
