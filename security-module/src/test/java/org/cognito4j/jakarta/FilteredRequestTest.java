package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.junit.jupiter.api.Test;

/** Which request beans find while a filter's request is worked on. The container gives them its own. */
class FilteredRequestTest {

    private final HttpServletRequest container = new FakeRequest().face();
    private HttpServletRequest found = container;
    private final FilterChain beans = (request, response) -> found = FilteredRequest.of(container);

    @Test
    void is_the_one_behind_the_filter_as_long_as_that_is_worked_on() throws Exception {
        HttpServletRequest behind = new HttpServletRequestWrapper(container);

        FilteredRequest.pass(behind, null, beans);

        assertThat(found).isSameAs(behind);
        assertThat(FilteredRequest.of(container)).isSameAs(container);
    }

    @Test
    void is_the_container_s_own_where_the_filter_lets_that_through() throws Exception {
        FilteredRequest.pass(container, null, beans);

        assertThat(found).isSameAs(container);
    }

    @Test
    void is_the_container_s_own_also_behind_a_filter_that_has_another() throws Exception {
        HttpServletRequest outer = new HttpServletRequestWrapper(container);

        FilteredRequest.pass(outer, null, (request, response) -> FilteredRequest.pass(container, response, beans));

        assertThat(found).isSameAs(container);
        assertThat(FilteredRequest.of(container)).isSameAs(container);
    }
}
