package org.cognito4j.benchmarks.http;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Some forms beside no security, with repeated tokens alone: what a change is worth, in two minutes. */
public final class FewForms {

    private static final SeveralStarts STARTS = new SeveralStarts(3, 8_000, 6, 1_000);

    private FewForms() {}

    /**
     * Measures.
     *
     * @param names {@code bare}, {@code filter}, {@code mechanism}, {@code smallrye}, {@code spring}, {@code pac4j}
     * @return a table in Markdown
     * @throws IOException if something cannot be started
     */
    public static String measure(List<String> names) throws IOException {
        Set<Form> forms = EnumSet.of(Form.NONE);
        names.forEach(name -> forms.add(form(name)));
        return table(STARTS.measure(forms));
    }

    private static Form form(String name) {
        return Stream.of(Form.values())
                .filter(form -> form.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no form " + name + ". There are: " + List.of(Form.values())));
    }

    private static String table(Map<Form, List<Sample>> samples) {
        List<Sample> plain = samples.get(Form.NONE);
        StringBuilder table = new StringBuilder("| | requests/s | % of no security | server processor µs | more µs |\n")
                .append("| --- | ---: | ---: | ---: | ---: |\n");
        samples.forEach((form, own) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.1f |%n",
                form.title(),
                Sample.throughput(own),
                100 * Sample.throughput(own) / Sample.throughput(plain),
                Sample.median(own, Sample::micros),
                Sample.microsMore(own, plain))));
        return table.toString();
    }
}
