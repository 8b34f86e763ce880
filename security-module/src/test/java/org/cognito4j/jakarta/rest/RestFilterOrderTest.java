package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestFilterOrderTest {

    abstract static class Answering implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Response.ok("from the cache").build());
        }
    }

    @PreMatching
    static class BeforeMatching extends Answering {}

    @Priority(Priorities.AUTHENTICATION)
    static class Early extends Answering {}

    @Priority(RolesAllowedFeature.PRIORITY)
    static class AtTheSameTime extends Answering {}

    @Priority(1)
    static class Throwing implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            throw new WebApplicationException("shown", 200);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BeforeMatching.class, Early.class, AtTheSameTime.class, Throwing.class})
    void warns_of_a_filter_that_may_answer_before_the_checks(Class<?> filter) {
        assertThat(RestFilterOrder.warning(filter))
                .get()
                .asString()
                .contains(filter.getName(), "runs before the checks of resources");
    }

    @Priority(Priorities.AUTHORIZATION + 1)
    static class Late extends Answering {}

    static class Unordered extends Answering {}

    @PreMatching
    static class Naming implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty("request-id", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Late.class, Unordered.class, Naming.class, Answering.class})
    void says_nothing_of_filters_that_come_later_or_have_nothing_to_answer_with(Class<?> filter) {
        assertThat(RestFilterOrder.warning(filter)).isEmpty();
    }
}
