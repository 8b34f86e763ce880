package org.cognito4j.localpool.http;

import java.util.Locale;
import org.cognito4j.localpool.json.Json;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Says what the status says and no more: no page, no stack trace, nothing from the request. */
final class JsonErrorHandler extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String error = HttpStatus.getMessage(code).toLowerCase(Locale.ROOT).replace(' ', '_');
        JsonResponse.write(response, code, Json.object().put("error", error), callback);
    }
}
