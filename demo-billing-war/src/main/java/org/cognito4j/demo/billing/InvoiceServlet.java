package org.cognito4j.demo.billing;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.cognito4j.client.TokenRequestFailed;

/** Bills what was ordered. Open to everyone: it shows how billing calls, not how it is called. */
@WebServlet("/invoice")
public class InvoiceServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private transient OrdersClient orders;

    @Override
    public void init() {
        orders = new OrdersClient(getServletContext());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            HttpResponse<String> answer = orders.list();
            if (answer.statusCode() == HttpServletResponse.SC_OK) {
                write(response, answer.body());
            } else {
                response.sendError(HttpServletResponse.SC_BAD_GATEWAY, "The orders API refuses billing");
            }
        } catch (TokenRequestFailed e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "No token: " + e.code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void write(HttpServletResponse response, String ordersAsJson) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        long requests = orders.statistics().requests();
        response.getWriter().println("{\"tokenRequests\":" + requests + ",\"billed\":" + ordersAsJson.strip() + "}");
    }

    @Override
    public void destroy() {
        orders.close();
    }
}
