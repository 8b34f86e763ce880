package org.cognito4j.localpool.http;

import org.cognito4j.localpool.pool.PoolAddresses;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Which part of the server a request is for; pools come and go, so their paths are no fixed routes. */
final class EndpointRoutes extends Handler.Sequence {
    private final ControlEndpoint controlEndpoint;
    private final TokenEndpoint tokenEndpoint;
    private final DocumentEndpoint documents;

    EndpointRoutes(ControlEndpoint controlEndpoint, TokenEndpoint tokenEndpoint, DocumentEndpoint documents) {
        super(controlEndpoint, tokenEndpoint, documents);
        this.controlEndpoint = controlEndpoint;
        this.tokenEndpoint = tokenEndpoint;
        this.documents = documents;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.equals("/") && HttpMethod.POST.is(request.getMethod())) {
            return controlEndpoint.handle(request, response, callback);
        }
        if (path.endsWith(PoolAddresses.TOKEN)) {
            return tokenEndpoint.handle(request, response, callback);
        }
        return path.contains(PoolAddresses.DOCUMENTS) && documents.handle(request, response, callback);
    }
}
