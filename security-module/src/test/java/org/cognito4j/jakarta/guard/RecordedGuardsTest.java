package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.cognito4j.GenuineTokens;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.PublishedFinding;
import org.cognito4j.jakarta.fake.RecordedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a guard refuses has one record, and what needs a token that the request lacks has a figure. */
class RecordedGuardsTest {

    private final RecordedService recorded = new RecordedService(Map.of("cognito.require-token", "/api/*"));
    private final FakeServlets servlets = recorded.servlets;

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void has_a_record_of_a_request_to_an_application_whose_start_has_failed() throws Exception {
        FailedStart.noteIn(servlets.context());

        requireToken();

        assertThat(servlets.status).isEqualTo(503);
        assertThat(recorded.refusals()).containsExactly("start-failed by guard");
        assertThat(recorded.figures()).containsExactly(Map.entry("start-failed", 1L));
    }

    @Test
    void logs_a_request_to_an_application_that_has_no_service_as_its_start_has_failed() throws Exception {
        FakeServlets failed = new FakeServlets();
        FailedStart.noteIn(failed.context());
        try (LoggedLines lines = LoggedLines.of("org.cognito4j")) {
            new RequiredTokenFilter(application -> {}).doFilter(failed.request(), failed.response(), (in, out) -> {
                throw new AssertionError("served");
            });

            assertThat(failed.status).isEqualTo(503);
            assertThat(lines.lines(Level.INFO))
                    .singleElement()
                    .asString()
                    .startsWith("Request refused: start-failed client=unverified application=/fake form=guard");
        }
    }

    @Test
    void has_a_record_of_a_token_that_the_server_did_not_ask_about() {
        PublishedFinding.in(servlets.context(), true);
        servlets.authorization = List.of("Bearer a.b.c");

        assertThat(new UnjudgedToken().isRefused(servlets.request(), servlets.response()))
                .isTrue();

        assertThat(recorded.refusals()).containsExactly("not-asked by guard");
    }

    @Test
    void counts_a_request_without_a_token_once_and_has_no_record_of_it() throws Exception {
        servlets.servletPath = "/api/x";
        servlets.dispatcher = DispatcherType.INCLUDE;
        requireToken();
        requireToken();

        assertThat(recorded.figures()).containsExactly(Map.entry("no-token", 1L));
        assertThat(recorded.refusals()).isEmpty();
    }

    @Test
    void counts_no_error_page_that_is_left_out() throws Exception {
        servlets.servletPath = "/api/x";
        servlets.dispatcher = DispatcherType.ERROR;
        requireToken();

        assertThat(recorded.figures()).isEmpty();
    }

    @Test
    void has_one_record_of_a_token_that_is_refused_and_asked_about_again_for_the_error_page() throws Exception {
        servlets.servletPath = "/api/x";
        for (String header : List.of("Bearer a.b.c", "Bearer a b")) {
            servlets.attributes.clear();
            servlets.authorization = List.of(header);
            servlets.dispatcher = DispatcherType.REQUEST;
            requireToken();
            servlets.dispatcher = DispatcherType.ERROR;
            requireToken();
        }

        assertThat(recorded.refusals())
                .containsExactly("token-malformed by required-token", "malformed-authorization by required-token");
    }

    @Test
    void has_a_record_of_a_request_that_ends_closed_outside_the_paths() {
        PendingChallenge.expectWithdrawalIn(servlets.context());
        PendingChallenge.keepClosed(servlets.request(), servlets.response());
        assertThat(recorded.refusals()).isEmpty();

        end();
        end();

        assertThat(servlets.status).isEqualTo(403);
        assertThat(recorded.refusals()).containsExactly("no-authentication by mechanism");
    }

    @Test
    void has_no_record_of_a_request_that_another_authentication_has_opened() {
        PendingChallenge.expectWithdrawalIn(servlets.context());
        PendingChallenge.keepClosed(servlets.request(), servlets.response());
        PendingChallenge.letIn(servlets.request(), servlets.response());

        end();

        assertThat(servlets.status).isEqualTo(200);
        assertThat(recorded.refusals()).isEmpty();
    }

    /** As an application does that catches {@code AccessRefused} and answers by itself. */
    @Test
    void has_one_record_where_an_application_answers_for_a_bean_that_has_refused_its_caller() {
        CognitoService service = recorded.service();
        service.refusals()
                .forbidden(
                        servlets.request(),
                        DecisionForm.BEAN,
                        Requirement.ofScopes(Set.of("orders/write"), Set.of("orders/write")),
                        GenuineTokens.holding("orders/read"));
        service.refusals().noteMissingRole(servlets.request(), "writer");
        service.refusals().noteConstraint(servlets.request());

        assertThat(recorded.refusals()).containsExactly("insufficient-scope by bean");
    }

    private void end() {
        new RequestEnd().requestDestroyed(new ServletRequestEvent(servlets.context(), servlets.request()));
    }

    private void requireToken() throws ServletException, IOException {
        new RequiredTokenFilter(application -> {}).doFilter(servlets.request(), servlets.response(), (in, out) -> {
            throw new AssertionError("served");
        });
    }
}
