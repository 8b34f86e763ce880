package org.cognito4j.localpool.http;

import java.io.InputStream;
import java.util.UUID;
import org.cognito4j.localpool.control.ControlAnswer;
import org.cognito4j.localpool.control.ControlPlane;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The API of {@code cognito-idp} over HTTP: AWS JSON 1.1 on {@code POST /}. {@link ControlPlane} decides what it answers. */
final class ControlEndpoint extends Handler.Abstract {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final ControlPlane controlPlane;

    ControlEndpoint(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        String operation = ControlPlane.operation(request.getHeaders().get("X-Amz-Target"));
        InputStream body =
                Content.Source.asInputStream(request); // Jetty's to close: half read, that would end the connection
        ControlAnswer answer =
                controlPlane.answer(operation, body, request.getHeaders().get(HttpHeader.AUTHORIZATION));
        RequestLogLine.describe(request, controlPlane.printable(operation), answer.error());
        write(response, answer, callback);
        return true;
    }

    /** The name of an error goes into the header and the body: each client library looks at one of them only. */
    static void write(Response response, ControlAnswer answer, Callback callback) {
        if (answer.isError()) {
            response.getHeaders()
                    .put("x-amzn-errortype", answer.error() + ":")
                    .put("x-amzn-errormessage", RequestLogLine.printableText(answer.message()));
        }
        JsonResponse.write(response, answer.status(), CONTENT_TYPE, answer.body(), callback);
    }
}
