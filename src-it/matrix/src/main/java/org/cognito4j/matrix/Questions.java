package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What classes of tests ask, in the words of their own first sentences. */
final class Questions {

    private final Path sources;

    /** Looks for classes below a directory. */
    Questions(Path sources) {
        this.sources = sources;
    }

    /**
     * A list of the classes, each a link to its source.
     *
     * @param page the directory of the page with the list
     */
    String list(Iterable<String> checks, Path page) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String check : checks) {
            Optional<Path> file = file(check);
            if (file.isPresent()) {
                String link = page.toAbsolutePath()
                        .relativize(file.get().toAbsolutePath())
                        .toString()
                        .replace('\\', '/');
                list.append("- [`" + check + "`](" + link + ")" + sentence(check, Files.readString(file.get())) + "\n");
            }
        }
        return list.toString();
    }

    private Optional<Path> file(String check) throws IOException {
        try (Stream<Path> files =
                Files.find(sources, Integer.MAX_VALUE, (path, attributes) -> path.endsWith(check + ".java"))) {
            return files.findFirst();
        }
    }

    /** The Javadoc that only annotations part from the class. */
    private static String sentence(String check, String source) {
        String before = source.split("\\bclass " + check + "\\b", 2)[0];
        int end = before.lastIndexOf("*/");
        int start = before.lastIndexOf("/**");
        if (start < 0 || before.substring(end).contains("import ")) {
            return "";
        }
        String text = before.substring(start + "/**".length(), end)
                .replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
        return ": " + List.of(text.split("(?<=[.:;]) ", 2)).get(0).replaceFirst("[.:;]$", "");
    }
}
