package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class ErrorPageFilterTest {

    private final FakeServlets servlets = new FakeServlets();
    private final List<String> shown = new ArrayList<>();

    /** Lets no request pass. */
    static class Closed extends CognitoFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, jakarta.servlet.FilterChain chain) {
            // the page is left out
        }
    }

    @Test
    void leaves_out_a_page_in_a_part_of_the_application_that_a_filter_protects() throws Exception {
        servlets.filterPatterns = List.of("/orders/*");

        show("/orders/missing");
        show("/missing");

        assertThat(shown).containsExactly("/missing");
    }

    @Test
    void leaves_out_a_page_of_a_servlet_that_a_filter_protects_by_name() throws Exception {
        servlets.filterPatterns = List.of();
        servlets.filterServlets = List.of("any");

        show("/missing");

        assertThat(shown).isEmpty();
    }

    @Test
    void shows_the_pages_of_an_application_that_a_filter_protects_as_a_whole() throws Exception {
        servlets.filterPatterns = List.of("/*");

        show("/missing");

        assertThat(shown).containsExactly("/missing");
    }

    private void show(String page) throws Exception {
        servlets.filterClass = Closed.class.getName();
        servlets.dispatcher = DispatcherType.ERROR;
        servlets.servletPath = page;
        ServletContext application = servlets.context();
        if (!servlets.contextAttributes.containsKey(StartedFilters.class.getName())) {
            StartedFilters.in(application).add("filter", new Closed());
        }

        new ErrorPageFilter().doFilter(servlets.request(), servlets.response(), (request, response) -> shown.add(page));
    }
}
