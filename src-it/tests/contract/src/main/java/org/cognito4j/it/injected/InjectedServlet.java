package org.cognito4j.it.injected;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.cognito4j.AccessToken;
import org.cognito4j.it.app.CallerReport;
import org.cognito4j.jakarta.CognitoPrincipal;

/** There is one for all requests. Says who each of the places takes for the caller. */
@WebServlet("/injected/*")
public class InjectedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AccessToken token;

    @Inject
    private transient CognitoPrincipal caller;

    @Inject
    private transient Provider<AccessToken> tokens;

    @Inject
    private transient Shelf shelf;

    @Inject
    private transient Basket basket;

    @Inject
    private transient Counter counter;

    @Inject
    private transient Event<Shelf.Question> questions;

    /** Got before there was any caller. */
    private transient AccessToken early;

    @Override
    public void init() {
        early = tokens.get();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getPathInfo()) {
            case "/thread" -> CallerReport.line(response, "seen", inAnotherThread(token::clientId));
            case "/handed-over" -> CallerReport.line(response, "seen", handedOver());
            case "/logout" -> {
                request.logout();
                CallerReport.line(response, "seen", token.clientId());
            }
            default -> report(response);
        }
    }

    private void report(HttpServletResponse response) throws IOException {
        String real = token.clientId();
        Shelf.Question question = new Shelf.Question();
        questions.fire(question);
        CallerReport.line(response, "caller", real);
        CallerReport.line(response, "principal", caller.getName());
        CallerReport.line(response, "early", early.clientId());
        CallerReport.line(response, "constructed", shelf.constructed());
        CallerReport.line(response, "inherited", shelf.inherited());
        CallerReport.line(response, "kept", shelf.kept());
        CallerReport.line(response, "session", basket.caller());
        CallerReport.line(response, "interceptor", counter.answer());
        CallerReport.line(response, "observer", question.answer());
        CallerReport.line(response, "text", token.toString().contains("client=" + real));
    }

    /** The token itself, which is no view and may be handed on. */
    private String handedOver() {
        AccessToken verified = caller.accessToken();
        return inAnotherThread(verified::clientId);
    }

    private static String inAnotherThread(Supplier<String> question) {
        return CompletableFuture.supplyAsync(question, command -> new Thread(command).start())
                .handle((result, failure) ->
                        failure == null ? result : failure.getCause().getClass().getSimpleName())
                .join();
    }
}
