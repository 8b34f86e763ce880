package org.cognito4j.localpool.http;

import java.time.InstantSource;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Dates each answer by the clock that tells when tokens are issued, so that a caller can see how long a token lives. */
final class DateHeaderHandler extends Handler.Wrapper {
    private final InstantSource clock;

    DateHeaderHandler(Handler handler, InstantSource clock) {
        super(handler);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(clock.millis()));
        return super.handle(request, response, callback);
    }
}
