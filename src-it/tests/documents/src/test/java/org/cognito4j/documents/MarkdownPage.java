package org.cognito4j.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Markdown file links to, what can be linked to in it, and what it shows. */
final class MarkdownPage {

    private static final Pattern BLOCK =
            Pattern.compile("^(\\h*)```(\\w*)\\n(.*?)^\\h*```\\h*$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"\\s]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$", Pattern.MULTILINE);
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private final Path file;
    private final String text;

    MarkdownPage(Path file) throws IOException {
        this.file = file;
        this.text = Files.readString(file);
    }

    /** A link as it is written, and the file and heading that it leads to. */
    record Link(Path from, String written, Path to, String heading) {

        @Override
        public String toString() {
            return Documents.ROOT.relativize(from) + " -> " + written;
        }
    }

    /** Links to other files of the repository, and within this one. */
    List<Link> links() {
        String prose = CODE.matcher(BLOCK.matcher(text).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .map(this::resolved)
                .toList();
    }

    private Link resolved(String written) {
        String[] parts = written.split("#", 2);
        Path to = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return new Link(file, written, to, parts.length == 1 ? "" : parts[1]);
    }

    /** The names that GitHub gives to headings. */
    Set<String> anchors() {
        return HEADING.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** What a pattern's first group finds outside of examples. */
    List<String> words(Pattern pattern) {
        return pattern.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Examples in a language, as it is named behind the opening fence. */
    Stream<String> examples(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(block -> block.group(3));
    }
}
