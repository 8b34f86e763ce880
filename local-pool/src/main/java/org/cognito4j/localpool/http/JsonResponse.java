package org.cognito4j.localpool.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.cognito4j.localpool.json.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes the kinds of answer there are. */
final class JsonResponse {
    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    private JsonResponse() {}

    static void write(Response response, int status, JsonNode body, Callback callback) {
        write(response, status, CONTENT_TYPE, body, callback);
    }

    static void write(Response response, int status, String contentType, JsonNode body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        announceEnd(response);
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    }

    /** 405 without a body, as Cognito refuses what is not a request of the right kind. */
    static void refuseMethod(Response response, HttpMethod allowed, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, allowed.asString());
        writeStatus(response, HttpStatus.METHOD_NOT_ALLOWED_405, callback);
    }

    static void writeStatus(Response response, int status, Callback callback) {
        response.setStatus(status);
        announceEnd(response);
        callback.succeeded();
    }

    /**
     * Jetty closes a connection after an answer to a body that was not read. The client must hear of it (RFC 9112,
     * section 9.6), or it sends its next request into a connection that ends.
     */
    private static void announceEnd(Response response) {
        if (!response.getRequest().consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
    }
}
