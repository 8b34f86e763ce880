package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A JSON document that anybody may read. */
final class PublishedDocument extends Handler.Abstract.NonBlocking {
    private final JsonNode document;

    PublishedDocument(JsonNode document) {
        this.document = document;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            JsonResponse.write(response, HttpStatus.OK_200, document, callback);
        } else {
            JsonResponse.refuseMethod(response, HttpMethod.GET, callback);
        }
        return true;
    }
}
