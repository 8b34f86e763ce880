package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.cognito4j.jakarta.fake.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AfterAuthenticationFilterTest {

    private static final String CHALLENGE = "Bearer realm=\"x\", error=\"insufficient_scope\"";
    private static final Refusal MISSING = new Refusal(401, Optional.of("Bearer realm=\"x\""), Optional.empty());

    private final AfterAuthenticationFilter guard = new AfterAuthenticationFilter();
    private final FakeRequest request = new FakeRequest().withGuard();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takes_back_the_challenge_of_a_403_that_the_container_did_not_send(boolean removesByNull) throws Exception {
        FakeResponse response = new FakeResponse(removesByNull);
        response.face().setHeader("Cache-Control", "private");
        response.face().addHeader("Set-Cookie", "a=1");
        response.face().addHeader("Set-Cookie", "b=2");
        response.face().setContentType("text/plain;charset=UTF-8");

        PendingChallenge.announce(CHALLENGE, request.face(), response.face());
        assertThat(response.headers())
                .containsEntry("WWW-Authenticate", List.of(CHALLENGE))
                .containsEntry("Cache-Control", List.of("no-store"));

        filter(response, (in, out) -> {});
        assertThat(response.headers())
                .doesNotContainKey("WWW-Authenticate")
                .containsEntry("Cache-Control", List.of("private"))
                .containsEntry("Set-Cookie", List.of("a=1", "b=2"))
                .containsEntry("Content-Type", List.of("text/plain;charset=UTF-8"));
    }

    /** An application may ask for its caller once more. */
    @Test
    void sets_no_challenge_once_the_request_is_let_in() throws Exception {
        FakeResponse response = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.face(), response.face());

        filter(response, (in, out) -> PendingChallenge.announce(CHALLENGE, request.face(), response.face()));

        assertThat(response.headers()).isEmpty();
    }

    @Test
    void keeps_a_refused_request_from_the_application() throws Exception {
        FakeResponse response = new FakeResponse(true);
        AtomicInteger served = new AtomicInteger();
        PendingChallenge.refuse(MISSING, request.face(), response.face());
        response.face().setStatus(200); // what a server may make of it

        filter(response, (in, out) -> served.incrementAndGet());

        assertThat(served).hasValue(0);
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers()).containsKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @CsvSource({"399, 1", "400, 0", "401, 0", "503, 0"})
    void keeps_a_request_from_the_application_that_another_mechanism_has_refused(int status, int times)
            throws Exception {
        FakeResponse response = new FakeResponse(true);
        AtomicInteger served = new AtomicInteger();
        response.face().setStatus(status);

        filter(response, (in, out) -> served.incrementAndGet());

        assertThat(served).hasValue(times);
        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void leaves_a_status_of_the_application_alone_when_it_goes_on_asynchronously() throws Exception {
        FakeResponse response = new FakeResponse(true);
        AtomicInteger served = new AtomicInteger();
        response.face().setStatus(404);

        request.in(DispatcherType.ASYNC);
        filter(response, (in, out) -> served.incrementAndGet());

        assertThat(served).hasValue(1);
    }

    @Test
    void lets_the_error_page_of_a_refusal_be_shown() throws Exception {
        FakeResponse response = new FakeResponse(true);
        AtomicInteger shown = new AtomicInteger();
        PendingChallenge.refuse(MISSING, request.face(), response.face());

        request.in(DispatcherType.ERROR);
        filter(response, (in, out) -> shown.incrementAndGet());

        assertThat(shown).hasValue(1);
    }

    @Test
    void shows_the_caller_to_its_application_and_to_an_error_page() throws Exception {
        PendingChallenge.announce(CHALLENGE, request.face(), new FakeResponse(true).face());
        List<Object> seen = new ArrayList<>();

        filter(new FakeResponse(true), (in, out) -> seen.add(in));
        request.in(DispatcherType.ERROR);
        filter(new FakeResponse(true), (in, out) -> seen.add(in));

        assertThat(seen).hasSize(2).allMatch(ContainerCallerRequest.class::isInstance);
    }

    @Test
    void touches_nothing_any_more_once_the_application_went_on_in_another_thread() throws Exception {
        PendingChallenge.announce(CHALLENGE, request.face(), new FakeResponse(true).face());

        filter(new FakeResponse(true), (in, out) -> {
            in.startAsync(in, out);
            ((HttpServletResponse) out).setStatus(500);
            request.recycle();
        });
    }

    @Test
    void gives_a_403_for_a_missing_role_its_challenge() throws Exception {
        FakeResponse byStatus = new FakeResponse(true);
        FakeResponse byError = new FakeResponse(true);
        FakeResponse otherwise = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.face(), new FakeResponse(true).face());

        filter(byStatus, lackingRole(out -> out.setStatus(403)));
        filter(byError, lackingRole(out -> out.sendError(403)));
        filter(otherwise, lackingRole(out -> out.sendError(404)));

        assertThat(byStatus.headers()).containsEntry("WWW-Authenticate", List.of(CHALLENGE));
        assertThat(byError.headers()).containsEntry("WWW-Authenticate", List.of(CHALLENGE));
        assertThat(byError.isError()).isTrue();
        assertThat(otherwise.headers()).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void gives_no_challenge_to_a_403_for_other_reasons() throws Exception {
        FakeResponse response = new FakeResponse(true);
        FakeResponse cacheable = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.face(), new FakeResponse(true).face());

        filter(response, (in, out) -> ((HttpServletResponse) out).setStatus(403));
        filter(cacheable, (in, out) -> {
            ((HttpServletResponse) out).setHeader("Cache-Control", "private");
            ((HttpServletResponse) out).setStatus(403);
        });

        assertThat(response.headers()).isEqualTo(Map.of("Cache-Control", List.of("no-store")));
        assertThat(cacheable.headers()).isEqualTo(Map.of("Cache-Control", List.of("private")));
    }

    @Test
    void lets_a_challenge_that_follows_take_the_place_of_its_own() throws Exception {
        FakeResponse set = new FakeResponse(true);
        FakeResponse added = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.face(), new FakeResponse(true).face());

        filter(set, lackingRole(out -> {
            out.setStatus(403);
            out.setHeader("WWW-Authenticate", "Bearer scope=\"x\"");
        }));
        filter(added, lackingRole(out -> {
            out.setStatus(403);
            out.addHeader("WWW-Authenticate", "Bearer scope=\"x\"");
        }));

        assertThat(set.headers()).containsEntry("WWW-Authenticate", List.of("Bearer scope=\"x\""));
        assertThat(added.headers()).containsEntry("WWW-Authenticate", List.of("Bearer scope=\"x\""));
    }

    private interface Answer {
        void to(HttpServletResponse response) throws IOException;
    }

    private static FilterChain lackingRole(Answer answer) {
        return (in, out) -> {
            ((HttpServletRequest) in).isUserInRole("read");
            answer.to((HttpServletResponse) out);
        };
    }

    @Test
    void leaves_a_challenge_of_the_application_alone() throws Exception {
        FakeResponse response = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.face(), response.face());

        filter(response, (in, out) -> {
            ((HttpServletResponse) out).setHeader("WWW-Authenticate", "Api-Token");
            ((HttpServletResponse) out).setStatus(403);
        });

        assertThat(response.headers()).containsEntry("WWW-Authenticate", List.of("Api-Token"));
    }

    @Test
    void leaves_no_trace_of_what_was_kept_closed_once_somebody_else_has_opened_it() throws Exception {
        FakeResponse response = new FakeResponse(true);
        PendingChallenge.keepClosed(request.face(), response.face());
        assertThat(response.status()).isEqualTo(403);

        filter(response, (in, out) -> {});

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void knows_who_asks_for_the_caller() throws Exception {
        assertThat(PendingChallenge.isAskedByApplication(request.face())).isFalse();

        filter(
                new FakeResponse(true),
                (in, out) -> assertThat(PendingChallenge.isAskedByApplication(request.face()))
                        .isTrue());
    }

    @Test
    void keeps_the_status_of_what_was_not_kept_closed() throws Exception {
        FakeResponse response = new FakeResponse(true);
        response.face().setStatus(202);

        filter(response, (in, out) -> {});

        assertThat(response.status()).isEqualTo(202);
    }

    @Test
    void says_nothing_to_a_403_without_a_caller() throws Exception {
        FakeResponse response = new FakeResponse(true);

        filter(response, (in, out) -> ((HttpServletResponse) out).setStatus(403));

        assertThat(response.headers()).isEmpty();
    }

    @Test
    void has_nothing_to_take_back_where_it_is_not_or_an_error_page_is_shown() {
        FakeResponse unguarded = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, new FakeRequest().face(), unguarded.face());
        FakeResponse errorPage = new FakeResponse(true);
        PendingChallenge.announce(CHALLENGE, request.in(DispatcherType.ERROR).face(), errorPage.face());

        assertThat(unguarded.headers()).isEmpty();
        assertThat(errorPage.headers()).isEmpty();
    }

    private void filter(FakeResponse response, FilterChain application) throws IOException, ServletException {
        guard.doFilter(request.face(), response.face(), application);
    }
}
