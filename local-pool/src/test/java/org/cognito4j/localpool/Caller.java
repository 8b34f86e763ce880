package org.cognito4j.localpool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A machine that talks to a pool over HTTP. */
public final class Caller {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    private Caller() {}

    public static HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    public static HttpResponse<String> post(LocalPool pool, String form) {
        return send(tokenRequest(pool, form).build());
    }

    public static HttpResponse<String> postAs(AppClient client, LocalPool pool, String form) {
        return postWithBasic(client.clientId() + ":" + client.clientSecret(), pool, form);
    }

    public static HttpResponse<String> postWithBasic(String pair, LocalPool pool, String form) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return send(tokenRequest(pool, form)
                .header("Authorization", "Basic " + encoded)
                .build());
    }

    public static HttpRequest.Builder tokenRequest(LocalPool pool, String form) {
        return HttpRequest.newBuilder(pool.tokenEndpoint())
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form));
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
