package org.cognito4j.server.jetty;

import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;

/**
 * One request and response in the form of the Servlet Container Profile (Jakarta Authentication 3.0, chapter 3).
 *
 * <p>A mechanism may exchange both for wrappers; Jetty has no means to go on with those, so they are ignored.
 */
final class ServletMessage implements MessageInfo {

    private static final String IS_MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private final Map<String, Object> map = new HashMap<>();
    private Object request;
    private Object response;

    ServletMessage(HttpServletRequest request, HttpServletResponse response, boolean isProtected) {
        this.request = request;
        this.response = response;
        if (isProtected) {
            map.put(IS_MANDATORY, Boolean.TRUE.toString());
        }
    }

    /** Whether the mechanism wants its caller to be remembered. */
    boolean wantsSession() {
        return Boolean.parseBoolean(String.valueOf(map.get(SessionCaller.REGISTER)));
    }

    @Override
    public Object getRequestMessage() {
        return request;
    }

    @Override
    public Object getResponseMessage() {
        return response;
    }

    @Override
    public void setRequestMessage(Object request) {
        this.request = request;
    }

    @Override
    public void setResponseMessage(Object response) {
        this.response = response;
    }

    @Override
    public Map<String, Object> getMap() {
        return map;
    }
}
