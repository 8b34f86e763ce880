package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.security.AuthenticationState;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.EmptyLoginService;
import org.eclipse.jetty.security.LoginService;
import org.eclipse.jetty.security.authentication.LoginAuthenticator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Session;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's view of a {@link CallerCheck}: asks it for every request, also on open paths, and fails closed.
 *
 * <p>One per application. Keeps nothing about a request, and a session only for callers whose mechanism wants it.
 */
final class CallerAuthenticator extends LoginAuthenticator {

    private final ServletView servlets;
    private final CallerCheck check;
    private final CheckFailure failures;
    private final RequestedCheck requestedCheck;

    /**
     * Whether the path of the request at hand is protected. Jetty tells that to one method and the request to another,
     * which it calls next on the same thread and which empties this again. Empty means that a servlet asked.
     */
    private final ThreadLocal<Boolean> protection = new ThreadLocal<>();

    CallerAuthenticator(ServletView servlets, CallerCheck check, CheckFailure failures) {
        this.servlets = servlets;
        this.check = check;
        this.failures = failures;
        this.requestedCheck = new RequestedCheck(servlets, check, failures);
    }

    RequestedCheck requestedCheck() {
        return requestedCheck;
    }

    @Override
    public String getAuthenticationType() {
        return KnownCaller.TYPE;
    }

    /** Jetty insists on a login service; nobody logs in here with a password. */
    @Override
    public void setConfiguration(Configuration configuration) {
        super.setConfiguration(new Configuration.Wrapper(configuration) {
            @Override
            public LoginService getLoginService() {
                return new EmptyLoginService();
            }
        });
    }

    /**
     * Makes Jetty ask for open paths too, as the Servlet Container Profile of Jakarta Authentication demands: a bad token
     * is refused wherever it is sent. The real constraint decides about access afterwards.
     */
    @Override
    public Constraint.Authorization getConstraintAuthentication(
            String pathInContext, Constraint.@Nullable Authorization existing, Function<Boolean, Session> getSession) {
        boolean open = existing == null
                || existing == Constraint.Authorization.ALLOWED
                || existing == Constraint.Authorization.INHERIT;
        protection.set(!open);
        return open ? Constraint.Authorization.ANY_USER : existing;
    }

    @Override
    public @Nullable AuthenticationState validateRequest(Request request, Response response, Callback callback) {
        Boolean isProtected = protection.get();
        protection.set(null); // to remove it would be a call out of Java, and another entry for the next request
        if (AuthenticationState.Deferred.isDeferred(response)) {
            return null; // a servlet asks who an anonymous caller is
        }
        return isProtected == null
                ? requestedCheck.validate(request, response, callback)
                : admit(request, response, callback, isProtected);
    }

    private @Nullable AuthenticationState admit(
            Request request, Response response, Callback callback, boolean isProtected) {
        Answer answer;
        HttpServletRequest servletRequest = null;
        try {
            servletRequest = servlets.request(request);
            CapturedResponse captured = new CapturedResponse(servlets.response(request, response));
            ContainerOutcome outcome = check.check(servletRequest, captured, isProtected);
            if (outcome instanceof Caller caller) {
                return KnownCaller.of(request, servletRequest, caller);
            }
            if (outcome instanceof Anonymous) {
                ContainerAuthentication.noteClosed(servletRequest);
                return null;
            }
            answer = captured.answer();
        } catch (Throwable failure) { // an Error as well: nothing may get past this point undecided
            failures.note(failure, servletRequest);
            removeBody(response);
            response.getHeaders()
                    .put(HttpHeader.CACHE_CONTROL, "no-store")
                    .put(HttpHeader.RETRY_AFTER, CheckFailure.RETRY_AFTER);
            answer = Answer.unavailable();
        }
        return answer.send(request, response, callback);
    }

    /** The headers of CORS stay: a handler of the server or a setting of the module gives them to any answer. */
    private static void removeBody(Response response) {
        HttpFields before = response.getHeaders().asImmutable();
        response.reset();
        for (HttpField field : before) {
            String name = field.getLowerCaseName();
            boolean isOfAnyAnswer = name.startsWith("access-control-") || name.equals("vary");
            if (isOfAnyAnswer && !response.getHeaders().contains(field)) {
                response.getHeaders().add(field);
            }
        }
    }

    /** Jetty's own memory of callers stays empty, the one of the mechanisms is ours. */
    @Override
    public void logout(Request request, Response response) {
        super.logout(request, response);
        Session session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SessionCaller.ATTRIBUTE);
        }
    }
}
