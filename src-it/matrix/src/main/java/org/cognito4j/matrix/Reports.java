package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

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
            reports.add(file);
        }
        return new Column(
                reports.title().orElse(module.getFileName().toString()),
                reports.property("run").orElse("–"),
                reports.cells,
                reports.limits,
                Poms.exclusions(module),
                testsIn(module),
                reports.property("lacks"),
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

    /** Those of the module itself, beside the contract that all share. */
    private static Set<String> testsIn(Path module) throws IOException {
        Path sources = module.resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What cannot be read was being written when the tests were ended. */
    private void add(Path file) {
        try {
            add(Xml.read(file));
        } catch (IOException e) {
            String name =
                    file.getFileName().toString().replaceFirst("^TEST-", "").replaceFirst("(-.*)?\\.xml$", "");
            cells.merge(name.substring(name.lastIndexOf('.') + 1), Cell.FAILED, Cell::plus);
        }
    }

    private void add(Element suite) {
        seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
        Xml.each(suite, "property")
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        Xml.each(suite, "testcase").forEach(this::addTest);
    }

    private void addTest(Element test) {
        String name = test.getAttribute("classname").replaceAll(".*\\.", "").replaceAll("\\(.*", "");
        Optional<String> limit = Xml.each(test, "skipped")
                .map(Reports::text)
                .filter(text -> text.contains(LIMIT))
                .map(text -> text.substring(text.indexOf(LIMIT) + LIMIT.length())
                        .lines()
                        .findFirst()
                        .orElse(""))
                .findFirst();
        limit.ifPresent(cause -> limits.add("`" + name + "." + method(test) + "`: " + cause));
        cells.merge(name, limit.isPresent() ? Cell.LIMITED : result(test), Cell::plus);
    }

    /** Whatever is neither passed nor a known limit counts as a failure, what was skipped too. */
    private static Cell result(Element test) {
        if (hasAny(test, "failure", "error", "skipped")) {
            return Cell.FAILED;
        }
        return hasAny(test, "flakyFailure", "flakyError") ? Cell.RETRIED : Cell.PASSED;
    }

    private static boolean hasAny(Element test, String... kinds) {
        return Stream.of(kinds).anyMatch(kind -> Xml.each(test, kind).findAny().isPresent());
    }

    /** One limit of a parameterized test is told once. */
    private static String method(Element test) {
        return test.getAttribute("name").replaceAll("[^A-Za-z0-9_].*", "");
    }

    private static String text(Element element) {
        return element.getAttribute("message") + element.getTextContent();
    }

    private Optional<String> title() {
        return property("server")
                .map(name -> name.replace("cognito4j on ", "") + " ("
                        + property("server-version").orElse("?") + ")");
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.get("cognito4j.it." + name)).filter(text -> !text.isEmpty());
    }
}
