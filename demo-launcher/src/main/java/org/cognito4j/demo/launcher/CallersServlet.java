package org.cognito4j.demo.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;

/** Tells the page which app clients the pool has, and which scopes each may ask for. No secrets. */
final class CallersServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient LocalPool pool;

    CallersServlet(LocalPool pool) {
        this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Map<String, Object>> callers =
                pool.clients().stream().map(CallersServlet::described).toList();
        Answers.send(response, 200, JSON.writeValueAsString(Map.of("issuer", pool.issuer(), "callers", callers)));
    }

    private static Map<String, Object> described(AppClient client) {
        return Map.of("name", client.name(), "clientId", client.clientId(), "scopes", client.allowedScopes());
    }
}
