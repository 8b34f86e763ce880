package org.cognito4j.jakarta.fake;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests for one path, of which only the Authorization headers are known, and attributes. */
public final class Requests {

    private Requests() {}

    public static HttpServletRequest withAuthorization(String... headers) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setAttribute")) {
                        return attributes.put((String) arguments[0], arguments[1]);
                    }
                    if (method.getName().equals("getAttribute")) {
                        return attributes.get(arguments[0]);
                    }
                    if (method.getName().equals("getHeaders") && arguments[0].equals("Authorization")) {
                        return Collections.enumeration(List.of(headers));
                    }
                    return switch (method.getName()) {
                        case "getHeaderNames" -> Collections.enumeration(List.of("Authorization"));
                        case "getHeader" -> headers[0];
                        case "getMethod" -> "GET";
                        case "getServletPath" -> "/orders";
                        case "getPathInfo" -> "/1";
                        case "getRemoteAddr" -> "192.0.2.1";
                        case "getHeaders" -> Collections.emptyEnumeration();
                        case "getServletContext", "getHttpServletMapping", "getUserPrincipal" -> null;
                        default -> throw new AssertionError("the request was asked for " + method.getName());
                    };
                });
    }
}
