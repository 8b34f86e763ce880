package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what failsafe reported of one server's module. */
final class Reports {

    private static final String LIMIT = "Known limit: ";

    private final SortedMap<String, Cell> cells = new TreeMap<>();
    private final SortedSet<String> limits = new TreeSet<>();
    private final Map<String, String> properties = new TreeMap<>();
    private double seconds;

    private Reports() {}

    /**
     * The column of a module.
     *
     * @param module its directory; one without reports gives a column without cells
     */
    static Column of(Path module) throws IOException {
        Reports reports = new Reports();
        for (Path file : reportsIn(module)) {
            reports.add(parse(file));
        }
        return new Column(
                reports.title().orElse(module.getFileName().toString()),
                reports.cells,
                reports.limits,
                Deployed.by(reports.properties),
                Duration.ofMillis(Math.round(reports.seconds * 1000)));
    }

    private static List<Path> reportsIn(Path module) throws IOException {
        Path directory = module.resolve("target/failsafe-reports");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Element parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("No report: " + file, e);
        }
    }

    private void add(Element suite) {
        seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
        each(suite, "property")
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        each(suite, "testcase").forEach(this::addTest);
    }

    private void addTest(Element test) {
        String name = test.getAttribute("classname").replaceAll(".*\\.", "").replaceAll("\\(.*", "");
        Optional<String> limit = each(test, "skipped")
                .map(Reports::text)
                .filter(text -> text.contains(LIMIT))
                .map(text -> text.substring(text.indexOf(LIMIT) + LIMIT.length())
                        .lines()
                        .findFirst()
                        .orElse(""))
                .findFirst();
        limit.ifPresent(cause -> limits.add("`" + name + "." + method(test) + "`: " + cause));
        cells.merge(name, limit.isPresent() ? new Cell(0, 1, 0) : result(test), Cell::plus);
    }

    /** Whatever is neither passed nor a known limit counts as a failure, what was skipped too. */
    private static Cell result(Element test) {
        boolean passed = Stream.of("failure", "error", "skipped")
                .allMatch(kind -> each(test, kind).findAny().isEmpty());
        return passed ? new Cell(1, 0, 0) : new Cell(0, 0, 1);
    }

    /** One limit of a parameterized test is told once. */
    private static String method(Element test) {
        return test.getAttribute("name").replaceAll("[^A-Za-z0-9_].*", "");
    }

    private static String text(Element element) {
        return element.getAttribute("message") + element.getTextContent();
    }

    private Optional<String> title() {
        return Optional.ofNullable(properties.get("cognito4j.it.server"))
                .map(name ->
                        name.replace("cognito4j on ", "") + " (" + properties.get("cognito4j.it.server-version") + ")");
    }

    private static Stream<Element> each(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }
}
