package org.cognito4j.demo.launcher;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.management.JMException;
import org.cognito4j.localpool.LocalPool;

/**
 * Cuts an app client off for the page, or lets it in again, and answers once the orders application judges by it. It takes JSON
 * alone, which a page of another origin cannot send without being asked.
 */
final class PolicyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final transient LocalPool pool;
    private final transient OrdersPolicy policy;
    private final transient OrdersBean orders = new OrdersBean();

    PolicyServlet(LocalPool pool, OrdersPolicy policy) {
        this.pool = pool;
        this.policy = policy;
    }

    /** What the page asks for. */
    record Wish(String caller, boolean denied) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.send(response, 200, JSON.writeValueAsString(Map.of("denied", policy.denied())));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"application/json".equals(request.getContentType())) {
            Answers.send(response, 415, "{\"error\":\"Send application/json\"}");
            return;
        }
        try {
            Wish wish = JSON.readValue(request.getInputStream(), Wish.class);
            String problem = change(pool.client(wish.caller()).clientId(), wish.denied());
            if (problem.isEmpty()) {
                Answers.send(response, 200, JSON.writeValueAsString(Map.of("denied", policy.denied())));
            } else {
                Answers.send(response, 409, JSON.writeValueAsString(Map.of("error", problem)));
            }
        } catch (JacksonException | NoSuchElementException | NullPointerException e) {
            Answers.send(response, 400, "{\"error\":\"Send caller, as /playground/callers names it, and denied\"}");
        } catch (JMException e) {
            Answers.send(response, 503, "{\"error\":\"The orders application does not run\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.send(response, 503, "{\"error\":\"The demo is being stopped\"}");
        }
    }

    /** Changes the file and waits until the module judges by it. A change that the module does not take is taken back. */
    private synchronized String change(String clientId, boolean isDenied)
            throws IOException, JMException, InterruptedException {
        if (policy.denied().contains(clientId) == isDenied) {
            return "";
        }
        long version = (long) orders.attribute("PolicyVersion");
        policy.set(clientId, isDenied);
        if (await(() -> isTaken(version) || !problem().isEmpty()) && isTaken(version)) {
            return "";
        }
        String problem = problem();
        policy.set(clientId, !isDenied);
        await(() -> problem().isEmpty());
        return problem.isEmpty() ? "The module has not looked at the policy file" : "The policy file " + problem;
    }

    private boolean isTaken(long version) throws JMException {
        return (long) orders.attribute("PolicyVersion") != version;
    }

    private String problem() throws JMException {
        return orders.attribute("PolicyProblem").toString();
    }

    /** A state of the orders application to wait for. */
    private interface Condition {

        boolean holds() throws JMException;
    }

    private static boolean await(Condition condition) throws JMException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return true;
    }
}
