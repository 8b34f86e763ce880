package org.cognito4j.jakarta.fake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.jakarta.guard.PendingChallenge;

/** A request with attributes, in an application that may have the guard. */
public final class FakeRequest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> ofApplication = new HashMap<>();
    private DispatcherType dispatcher = DispatcherType.REQUEST;
    private String path = "/any";
    private boolean recycled;
    private List<String> authorization = List.of();

    public FakeRequest withGuard() {
        ofApplication.put(PendingChallenge.class.getName() + ".withdrawn", Boolean.TRUE);
        return this;
    }

    public FakeRequest withAuthorization(String header) {
        authorization = List.of(header);
        return this;
    }

    public FakeRequest at(String servletPath) {
        path = servletPath;
        return this;
    }

    public FakeRequest in(DispatcherType type) {
        dispatcher = type;
        return this;
    }

    /** From now on it is another one's. */
    public void recycle() {
        recycled = true;
    }

    public ServletContext application() {
        return proxy(
                ServletContext.class,
                (method, arguments) ->
                        method.equals("getContextPath") ? "/fake" : answer(method, arguments, ofApplication));
    }

    public HttpServletRequest face() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (recycled ? "recycled" : method) {
            case "getDispatcherType" -> dispatcher;
            case "getUserPrincipal", "startAsync", "getPathInfo", "getRequestedSessionId" -> null;
            case "isUserInRole" -> false;
            case "getServletPath" -> path;
            case "getMethod" -> "GET";
            case "getContextPath" -> "/fake";
            case "isAsyncStarted" -> false;
            case "getServletContext" -> application();
            case "getHeaders" -> Collections.enumeration(authorization);
            default -> answer(method, arguments, attributes);
        });
    }

    private static Object answer(String method, Object[] arguments, Map<String, Object> attributes) {
        return switch (method) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            default -> throw new AssertionError("asked for " + method);
        };
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
