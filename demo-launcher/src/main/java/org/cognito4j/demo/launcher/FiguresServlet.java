package org.cognito4j.demo.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;

/** Tells the page what the module counts in the orders application. */
final class FiguresServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient OrdersBean orders = new OrdersBean();
    private final transient LocalPool pool;

    FiguresServlet(LocalPool pool) {
        this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Answers.send(response, 200, JSON.writeValueAsString(read()));
        } catch (InstanceNotFoundException e) {
            Answers.send(response, 404, "{}");
        } catch (JMException e) {
            throw new IllegalStateException("the figures cannot be read", e);
        }
    }

    private List<Map<String, Object>> clients() throws JMException {
        List<Map<String, Object>> clients = new ArrayList<>();
        for (Map.Entry<Object, Object> row : orders.table("Usage").entrySet()) {
            CompositeData client = (CompositeData) row.getValue();
            clients.add(Map.of(
                    "name",
                            pool.clients().stream()
                                    .filter(one -> one.clientId().equals(row.getKey()))
                                    .map(AppClient::name)
                                    .findFirst()
                                    .orElse((String) row.getKey()),
                    "calls", client.get("calls"),
                    "refused", OrdersBean.table((TabularData) client.get("refusedByReason")),
                    "unused", client.get("unusedScopes"),
                    "perhapsUnused", client.get("perhapsUnusedScopes"),
                    "unknown", client.get("callsOfUnknownNeeds")));
        }
        return clients;
    }

    private Map<String, Object> read() throws JMException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("Accepted", orders.attribute("Accepted"));
        figures.put("Refused", orders.attribute("Refused"));
        figures.put("Cache hits", orders.attribute("CacheHits"));
        figures.put("Cache misses", orders.attribute("CacheMisses"));
        figures.put("Policy version", orders.attribute("PolicyVersion"));
        // The orders application trusts one pool.
        orders.table("KeyStatus").values().forEach(status -> figures.put("Keys", status));
        orders.table("KeyAgeSeconds").values().forEach(age -> figures.put("Key age", age + " s"));
        return Map.of("figures", figures, "refused", orders.table("RefusedByReason"), "clients", clients());
    }
}
