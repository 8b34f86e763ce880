package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which classes of tests the build leaves out, and why: the comment above each {@code <exclude>} of failsafe. */
final class Poms {

    private static final String ANY_PACKAGE = "**/";

    private Poms() {}

    /**
     * The simple names of the classes, each with the cause, which is empty if there is none.
     *
     * @param module a directory; the poms that its pom inherits from count, too, as far as they are files
     * @throws IOException if a pom cannot be read
     */
    static SortedMap<String, String> exclusions(Path module) throws IOException {
        SortedMap<String, String> causes = new TreeMap<>();
        for (Path pom : lineage(module.resolve("pom.xml"))) {
            for (Element exclude : Xml.each(Xml.read(pom), "exclude").toList()) {
                String pattern = exclude.getTextContent().strip();
                if (pattern.startsWith(ANY_PACKAGE)) {
                    causes.putIfAbsent(pattern.substring(ANY_PACKAGE.length()), cause(exclude));
                }
            }
        }
        return causes;
    }

    private static List<Path> lineage(Path pom) throws IOException {
        List<Path> lineage = new ArrayList<>();
        Optional<Path> next = Optional.of(pom).filter(Files::exists);
        while (next.isPresent()) {
            Path current = next.get();
            lineage.add(current);
            next = Xml.each(Xml.read(current), "parent")
                    .map(parent -> current.resolveSibling(relativePath(parent)).normalize())
                    .filter(Files::exists)
                    .findFirst();
        }
        return lineage;
    }

    /** Maven's default, too. */
    private static String relativePath(Element parent) {
        return Xml.each(parent, "relativePath")
                .map(path -> path.getTextContent().strip())
                .findFirst()
                .orElse("../pom.xml");
    }

    private static String cause(Element exclude) {
        for (Node before = exclude.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before.getNodeType() == Node.COMMENT_NODE) {
                return before.getTextContent().strip().replaceAll("\\s+", " ");
            }
        }
        return "";
    }
}
