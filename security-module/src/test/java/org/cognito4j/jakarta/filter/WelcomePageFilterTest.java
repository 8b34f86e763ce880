package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class WelcomePageFilterTest {

    private final FakeServlets servlets = new FakeServlets();
    private final List<String> shown = new ArrayList<>();

    /** Lets no request pass. */
    static class Closed extends CognitoFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, jakarta.servlet.FilterChain chain) {
            // the page is left out
        }
    }

    /** Has the path {@code /Orders}. */
    private static class Orders extends HttpServlet {

        private static final long serialVersionUID = 1;
    }

    WelcomePageFilterTest() {
        servlets.filterClass = Closed.class.getName();
        servlets.resources.put("/index.html", new byte[0]);
        servlets.resources.put("/docs/index.html", new byte[0]);
    }

    @Test
    void leaves_out_a_page_that_a_filter_protects_by_its_path() throws Exception {
        servlets.filterPatterns = List.of("/index.html");

        ask("/", "/docs/", "/index.html");

        assertThat(shown)
                .as("the container asks the filter about the page itself")
                .containsExactly("/docs/", "/index.html");
    }

    @Test
    void leaves_out_a_page_that_a_filter_protects_by_its_extension() throws Exception {
        servlets.filterPatterns = List.of("*.html");

        ask("/", "/docs/", "/empty/");

        assertThat(shown).containsExactly("/empty/");
    }

    @Test
    void leaves_out_a_page_of_a_servlet_that_a_filter_protects_by_name() throws Exception {
        servlets.webXml =
                "<web-app><welcome-file-list><welcome-file>Orders</welcome-file></welcome-file-list></web-app>";
        servlets.servlets = List.of(Orders.class);
        servlets.servletName = "default";
        servlets.filterPatterns = List.of();
        servlets.filterServlets = List.of(Orders.class.getName());

        ask("/", "/docs/");

        assertThat(shown).containsExactly("/docs/");
    }

    @Test
    void leaves_a_directory_to_a_filter_that_is_mapped_to_it() throws Exception {
        servlets.filterPatterns = List.of("/docs/*");

        ask("/docs/");

        assertThat(shown).as("the container asks the filter").containsExactly("/docs/");
    }

    /** Open Liberty ignores that pattern. */
    @Test
    void does_not_rely_on_the_pattern_of_the_context_root() throws Exception {
        servlets.filterPatterns = List.of("/index.html", "");

        ask("/");

        assertThat(shown).isEmpty();
    }

    private void ask(String... paths) throws Exception {
        ServletContext application = servlets.context();
        StartedFilters.in(application).add("filter", new Closed());
        for (String path : paths) {
            servlets.servletPath = path;
            new WelcomePageFilter()
                    .doFilter(servlets.request(), servlets.response(), (request, response) -> shown.add(path));
        }
    }
}
