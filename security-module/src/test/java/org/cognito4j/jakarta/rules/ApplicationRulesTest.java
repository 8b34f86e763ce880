package org.cognito4j.jakarta.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import java.util.List;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.guard.FailedStart;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationRulesTest {

    private final FakeServlets servlets = new FakeServlets();

    ApplicationRulesTest() {
        List.of("/WEB-INF/lib", "/a/c/d", "/b/c").forEach(file -> servlets.resources.put(file, new byte[0]));
    }

    @WebFilter("/orders/*")
    static class Annotated extends CognitoFilter {}

    abstract static class Base extends CognitoFilter {}

    static class Plain extends Base {}

    @Test
    void ends_the_start_where_the_scan_for_annotations_is_off() {
        servlets.webXml = "<web-app metadata-complete=\"true\"/>";

        assertThatThrownBy(() -> check(Annotated.class))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("@WebFilter on " + Annotated.class.getName())
                .hasMessageContaining("metadata-complete")
                .hasMessageContaining("<filter-mapping>");
    }

    /** Open Liberty goes on where the start of one filter fails, and starts the next. */
    @Test
    void fails_for_each_filter_that_is_started() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/star*");

        for (int filter = 0; filter < 2; filter++) {
            assertThatThrownBy(() -> ApplicationRules.finishIn(servlets.context()))
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessageContaining("/star*");
        }
        assertThat(servlets.contextAttributes).containsKey(FailedStart.class.getName());
    }

    @Test
    void warns_of_a_subclass_that_nothing_registers() {
        assertThat(warnings(Plain.class, Base.class))
                .singleElement()
                .asString()
                .contains(Plain.class.getName(), "is not registered");
    }

    @Test
    void ends_the_start_where_a_filter_has_no_mapping() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of();

        assertThatThrownBy(this::check)
                .hasMessageContaining("filter filter (" + CognitoFilter.class.getName() + "): has no mapping");
    }

    @Test
    void ends_the_start_where_the_only_servlet_of_a_filter_is_missing() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of();
        servlets.filterServlets = List.of("order");

        assertThatThrownBy(this::check).hasMessageContaining("the servlet order, which the application does not have");
    }

    @Test
    void accepts_the_name_that_stands_for_every_servlet() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of();
        servlets.filterServlets = List.of("*");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void ends_the_start_where_the_application_has_nothing_at_the_paths_of_a_filter() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/order/*", "/ordr/*");

        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("is mapped to /order/*, /ordr/*, where the application has no servlet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.tomcat.websocket.server.WsFilter",
                "io.undertow.websockets.jsr.JsrWebSocketFilter",
                "org.glassfish.tyrus.servlet.TyrusServletFilter"
            })
    void expects_nothing_of_filters_of_servers(String hidden) {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/order/*");
        servlets.otherFilter = hidden;

        assertThatThrownBy(this::check).hasMessageContaining("is mapped to /order/*");
    }

    /** Open Liberty does not tell the classes of filters that are registered as instances. */
    @Test
    void expects_nothing_of_filters_of_this_module() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/order/*");
        servlets.otherName = FirstInChain.class.getName();
        servlets.otherFilter = "";

        assertThatThrownBy(this::check).hasMessageContaining("is mapped to /order/*");
    }

    @Test
    void expects_anything_at_the_paths_of_an_embedded_application_whose_classes_are_not_known() {
        servlets.resources.clear();
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/socket/*");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void warns_of_one_pattern_at_which_the_application_has_nothing() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/a/*", "/order/*");

        assertThat(warnings()).singleElement().asString().contains("protects nothing at /order/*");
    }

    @Test
    void expects_that_a_filter_of_the_application_answers_where_nothing_else_is() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/order/*");
        servlets.otherFilter = Cache.class.getName();
        servlets.otherPatterns = List.of("/order/*");
        servlets.webXml = "<web-app>" + mapping("filter", "/order/*") + mapping("cache", "/order/*") + "</web-app>";

        assertThat(warnings()).isEmpty();
    }

    @Test
    void warns_of_a_filter_on_paths_before_one_on_the_name_of_a_servlet() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of();
        servlets.filterServlets = List.of("*");
        servlets.otherFilter = Cache.class.getName();
        servlets.otherPatterns = List.of("/a/*");

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("filter cache (" + Cache.class.getName() + "): runs before", "map filter to url-patterns");
    }

    @Test
    void ends_the_start_where_a_pattern_is_an_exact_path_by_mistake() {
        servlets.filterClass = Annotated.class.getName();
        servlets.filterPatterns = List.of("/star*");

        assertThatThrownBy(() -> check(Annotated.class)).hasMessageContaining("\"/star*\"");
    }

    @ParameterizedTest
    @CsvSource({"FORWARD, true", "ERROR, true", "REQUEST, false"})
    void ends_the_start_where_no_mapping_is_for_requests(String dispatcher, boolean ends) {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/a/*");
        servlets.webXml = "<web-app><filter-mapping><filter-name>filter</filter-name><url-pattern>/a/*</url-pattern>"
                + "<dispatcher>" + dispatcher + "</dispatcher></filter-mapping></web-app>";

        if (ends) {
            assertThatThrownBy(this::check).hasMessageContaining("the dispatcher types " + dispatcher + " alone");
        } else {
            check();
        }
    }

    @Test
    void warns_of_a_pattern_that_is_for_dispatches_alone() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/a/*", "/b/*", "/a/c");
        servlets.webXml = "<web-app><filter-mapping><filter-name>filter</filter-name><url-pattern>/a/*</url-pattern>"
                + "</filter-mapping><filter-mapping><filter-name>filter</filter-name><url-pattern>/b/*</url-pattern>"
                + "<url-pattern>/a/c</url-pattern><dispatcher>FORWARD</dispatcher></filter-mapping></web-app>";

        assertThat(warnings()).singleElement().asString().contains("is asked for /b/* after dispatches");
    }

    @Test
    void checks_once_where_filters_are_all_that_is_started() {
        ApplicationRules.finishIn(servlets.context());
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of();

        ApplicationRules.finishIn(servlets.context());
        servlets.contextAttributes.clear();
        assertThatThrownBy(() -> ApplicationRules.finishIn(servlets.context())).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void warns_of_a_filter_that_a_descriptor_puts_first() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/a/*");
        servlets.otherFilter = Cache.class.getName();
        servlets.webXml = "<web-app>" + mapping("cache", "/*") + mapping("filter", "/a/*") + "</web-app>";

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("filter cache (" + Cache.class.getName() + "): runs before filter filter", "on /a/*");

        servlets.webXml = "<web-app>" + mapping("filter", "/a/*") + mapping("cache", "/*") + "</web-app>";
        assertThat(warnings()).isEmpty();

        servlets.webXml = "<web-app>" + mapping("cache", "/b/*") + mapping("filter", "/a/*") + "</web-app>";
        servlets.otherPatterns = List.of("/b/*");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void warns_of_a_filter_whose_order_is_not_known() {
        servlets.filterClass = Annotated.class.getName();
        servlets.otherFilter = AnnotatedCache.class.getName();

        assertThat(warnings()).singleElement().asString().contains("may run before filter filter");
    }

    @Test
    void expects_no_annotated_filter_before_a_registered_one() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.otherFilter = AnnotatedCache.class.getName();

        assertThat(warnings()).isEmpty();
    }

    static class Cache extends HttpFilter {
        private static final long serialVersionUID = 1;
    }

    @WebFilter("/*")
    static class AnnotatedCache extends HttpFilter {
        private static final long serialVersionUID = 1;
    }

    private static String mapping(String filter, String pattern) {
        return "<filter-mapping><filter-name>" + filter + "</filter-name><url-pattern>" + pattern
                + "</url-pattern></filter-mapping>";
    }

    private List<String> warnings(Class<?>... subclasses) {
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            check(subclasses);
            return log.lines(Level.WARNING);
        }
    }

    private void check(Class<?>... subclasses) {
        ApplicationRules rules = new ApplicationRules(servlets.context(), List.of(subclasses));
        rules.note();
        rules.requireFilters();
        ApplicationRules.finishIn(servlets.context());
    }
}
