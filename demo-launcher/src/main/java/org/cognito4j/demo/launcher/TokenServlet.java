package org.cognito4j.demo.launcher;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;

/**
 * Gets tokens for the page. A genuine one comes from the pool's token endpoint, as any caller's does; the odd ones are
 * minted, since no endpoint would issue them.
 */
final class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient LocalPool pool;
    private final transient HttpClient http = HttpClient.newHttpClient();

    TokenServlet(LocalPool pool) {
        this.pool = pool;
    }

    /** What the page asks for. */
    record Wish(String caller, List<String> scopes, TokenKind kind) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Wish wish = JSON.readValue(request.getInputStream(), Wish.class);
            if (wish.kind() == TokenKind.GENUINE) {
                HttpResponse<String> answer = request(pool.client(wish.caller()), wish.scopes());
                Answers.send(response, answer.statusCode(), answer.body());
            } else {
                Answers.send(response, 200, JSON.writeValueAsString(Map.of("access_token", minted(wish))));
            }
        } catch (JacksonException | NoSuchElementException | NullPointerException e) {
            Answers.send(
                    response,
                    400,
                    "{\"error\":\"Send caller, scopes and kind, each as /playground/callers names it\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.send(response, 503, "{\"error\":\"The demo is being stopped\"}");
        }
    }

    private String minted(Wish wish) {
        return wish.kind()
                .of(pool.mint(wish.caller()).scopes(wish.scopes().toArray(String[]::new)))
                .token();
    }

    private HttpResponse<String> request(AppClient client, List<String> scopes)
            throws IOException, InterruptedException {
        String credentials = client.clientId() + ":" + client.clientSecret();
        String body = "grant_type=client_credentials"
                + (scopes.isEmpty()
                        ? ""
                        : "&scope=" + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(pool.tokenEndpoint())
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
