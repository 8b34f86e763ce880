package org.cognito4j.jakarta.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.junit.jupiter.api.Test;

class SkippedStartTest {

    private final FakeServlets servlets = new FakeServlets();

    SkippedStartTest() {
        List.of("/WEB-INF/lib", "/a/c/d", "/b/c").forEach(file -> servlets.resources.put(file, new byte[0]));
    }

    @WebFilter("/orders/*")
    static class Annotated extends CognitoFilter {}

    static class Cache extends HttpFilter {
        private static final long serialVersionUID = 1;
    }

    @Test
    void warns_of_an_ordering_that_leaves_the_jar_out() {
        servlets.webXml = "<web-app><absolute-ordering/></web-app>";

        assertThat(startOfCdi()).singleElement().asString().contains("/fake: <absolute-ordering>", "Add <others/>");

        servlets.contextAttributes.clear();
        servlets.webXml = "<web-app><absolute-ordering><others/></absolute-ordering></web-app>";
        assertThat(startOfCdi()).isEmpty();

        servlets.webXml = "<web-app><absolute-ordering/></web-app>";
        ApplicationRules.finishIn(
                servlets.context()); // the jar is in the server's class path, or a filter of it was started
        assertThat(startOfCdi()).isEmpty();
    }

    @Test
    void ends_the_start_of_cdi_where_an_ordering_leaves_a_filter_out() throws IOException {
        servlets.resources.put("/WEB-INF/lib/orders.jar", jar(Annotated.class));
        servlets.resources.put("/WEB-INF/lib/cache.jar", jar(Cache.class));
        servlets.webXml = "<web-app><absolute-ordering><name>other</name></absolute-ordering></web-app>";

        assertThatThrownBy(() -> SkippedStart.startIn(servlets.context()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("@WebFilter on " + Annotated.class.getName())
                .hasMessageContaining("leaves out cache.jar, orders.jar");
    }

    @Test
    void believes_the_order_that_the_container_states() throws IOException {
        servlets.resources.put("/WEB-INF/lib/orders.jar", jar(Annotated.class));
        servlets.webXml = "<web-app><absolute-ordering/></web-app>";
        servlets.contextAttributes.put(ServletContext.ORDERED_LIBS, List.of("orders.jar"));

        assertThat(startOfCdi()).hasSize(1);
    }

    @Test
    void takes_a_filter_of_the_descriptor_for_registered() throws IOException {
        servlets.resources.put("/WEB-INF/lib/orders.jar", jar(Annotated.class));
        servlets.webXml = "<web-app><absolute-ordering/><filter><filter-name>orders</filter-name><filter-class>"
                + Annotated.class.getName() + "</filter-class></filter></web-app>";

        assertThat(startOfCdi()).hasSize(1);
    }

    @Test
    void ends_the_start_of_cdi_where_neither_jar_nor_annotation_counts() throws IOException {
        servlets.resources.put("/WEB-INF/classes/" + file(Annotated.class), content(Annotated.class));
        servlets.webXml = "<web-app metadata-complete=\"true\"><absolute-ordering/></web-app>";

        assertThatThrownBy(() -> SkippedStart.startIn(servlets.context()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("@WebFilter on " + Annotated.class.getName())
                .hasMessageContaining("metadata-complete");
    }

    private static byte[] jar(Class<?> type) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(octets)) {
            jar.putNextEntry(new JarEntry(file(type)));
            jar.write(content(type));
        }
        return octets.toByteArray();
    }

    private static byte[] content(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + file(type))) {
            return in.readAllBytes();
        }
    }

    private static String file(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private List<String> startOfCdi() {
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            SkippedStart.startIn(servlets.context());
            SkippedStart.startIn(new Object());
            return log.lines(Level.WARNING);
        }
    }
}
