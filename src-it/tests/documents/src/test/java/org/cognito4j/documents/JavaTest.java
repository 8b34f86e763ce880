package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that show whole classes show such as compile: ours, and those of other libraries that ours replace. */
class JavaTest {

    private static final Pattern PUBLIC_TYPE = Pattern.compile("public (?:final )?(?:class|interface|record) (\\w+)");

    private static final List<String> WHOLE_CLASSES = List.of(
            "docs/tour.md",
            "docs/migrating/from-a-filter.md",
            "docs/migrating/from-microprofile-jwt.md",
            "docs/migrating/from-spring-security.md");

    @TempDir
    private Path classes;

    record Example(String page, String code) {

        @Override
        public String toString() {
            return page + ", " + fileName(code);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_compiles(Example example) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();

        boolean compiled = javac.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "--release", "17", "-d", classes.toString()),
                        null,
                        List.of(new Source(example.code())))
                .call();

        assertThat(compiled).as(complaints.toString()).isTrue();
    }

    static Stream<Example> examples() throws IOException {
        Stream.Builder<Example> examples = Stream.builder();
        for (String page : WHOLE_CLASSES) {
            new MarkdownPage(Documents.ROOT.resolve(page))
                    .examples("java")
                    .forEach(code -> examples.add(new Example(page, code)));
        }
        return examples.build();
    }

    private static String fileName(String code) {
        Matcher type = PUBLIC_TYPE.matcher(code);
        return (type.find() ? type.group(1) : "Example") + ".java";
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String code) {
            super(URI.create("string:///" + fileName(code)), JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
