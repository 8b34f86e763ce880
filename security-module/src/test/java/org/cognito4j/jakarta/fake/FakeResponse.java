package org.cognito4j.jakarta.fake;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A response with headers and a status, of a container that removes a header by null or ignores that. */
public final class FakeResponse {

    private final boolean removesByNull;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = 200;
    private boolean error;

    public FakeResponse(boolean removesByNull) {
        this.removesByNull = removesByNull;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public int status() {
        return status;
    }

    public boolean isError() {
        return error;
    }

    public HttpServletResponse face() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private Object answer(String method, Object[] arguments) {
        switch (method) {
            case "setHeader" -> set((String) arguments[0], (String) arguments[1]);
            case "addHeader" ->
                headers.computeIfAbsent((String) arguments[0], name -> new ArrayList<>())
                        .add((String) arguments[1]);
            case "setStatus" -> status = (int) arguments[0];
            case "sendError" -> {
                status = (int) arguments[0];
                error = true;
            }
            case "setContentType" -> set("Content-Type", (String) arguments[0]);
            case "reset" -> {
                headers.clear();
                status = 200;
            }
            case "containsHeader" -> {
                return headers.containsKey((String) arguments[0]);
            }
            case "getHeaders" -> {
                return headers.getOrDefault((String) arguments[0], List.of());
            }
            case "getHeaderNames" -> {
                return headers.keySet();
            }
            case "getContentType" -> {
                return headers.containsKey("Content-Type")
                        ? headers.get("Content-Type").get(0)
                        : null;
            }
            case "getStatus" -> {
                return status;
            }
            case "isCommitted" -> {
                return false;
            }
            default -> throw new AssertionError("the response was asked for " + method);
        }
        return null;
    }

    private void set(String name, String value) {
        if (value != null) {
            headers.put(name, new ArrayList<>(List.of(value)));
        } else if (removesByNull) {
            headers.remove(name);
        }
    }
}
