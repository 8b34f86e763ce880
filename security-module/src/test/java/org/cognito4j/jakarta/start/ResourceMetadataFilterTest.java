package org.cognito4j.jakarta.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.junit.jupiter.api.Test;

class ResourceMetadataFilterTest {

    private static final FilterChain CLOSED = (request, response) -> {
        throw new IllegalStateException("the request went through");
    };

    private final FakeServlets servlets = new FakeServlets();
    private final ServletContext context = servlets.context();

    @Test
    void serves_the_metadata_of_a_filter_for_as_long_as_it_runs() throws Exception {
        servlets.contextParameters.putAll(
                Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc"));
        CognitoFilter filter = new CognitoFilter();
        filter.init(
                servlets.filter(context, "orders", Map.of("cognito.resource-url", "https://api.example.com/orders")));
        servlets.servletPath = "/.well-known/oauth-protected-resource/orders";

        ask();
        assertThat(servlets.status).isEqualTo(200);
        assertThat(servlets.body.toString(StandardCharsets.UTF_8)).contains("https://api.example.com/orders");

        filter.destroy();
        assertThatThrownBy(this::ask).hasMessage("the request went through");
    }

    private void ask() throws Exception {
        new ResourceMetadataFilter().doFilter(servlets.request(), servlets.response(), CLOSED);
    }
}
