package org.cognito4j.localpool.http;

import java.util.concurrent.TimeUnit;
import org.cognito4j.localpool.control.ControlAnswer;
import org.cognito4j.localpool.grant.UndocumentedAnswers;
import org.cognito4j.localpool.http.DisturbanceSwitches.Disturbance;
import org.cognito4j.localpool.json.Json;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on, unless a test wants something else to happen to it. */
final class DisturbanceHandler extends Handler.Wrapper {
    private final DisturbanceSwitches disturbances;
    private final UndocumentedAnswers answers;

    DisturbanceHandler(DisturbanceSwitches disturbances, UndocumentedAnswers answers, Handler calm) {
        super(calm);
        this.disturbances = disturbances;
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestArea area = RequestArea.of(Request.getPathInContext(request));
        Disturbance disturbance = disturbances.next(area).orElse(null);
        if (disturbance == null) {
            return super.handle(request, response, callback);
        }
        switch (disturbance.kind()) {
            case OUTAGE ->
                request.getConnectionMetaData().getConnection().getEndPoint().close();
            case STATUS -> JsonResponse.writeStatus(response, disturbance.number(), callback);
            case THROTTLE -> throttle(area, response, callback);
            case SLOW ->
                request.getComponents()
                        .getScheduler()
                        .schedule(
                                () -> request.getComponents()
                                        .getExecutor()
                                        .execute(() -> late(request, response, callback)),
                                disturbance.delay().toMillis(),
                                TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void throttle(RequestArea area, Response response, Callback callback) {
        if (area == RequestArea.CONTROL) {
            ControlEndpoint.write(response, ControlAnswer.throttled(), callback);
            return;
        }
        JsonResponse.write(
                response, answers.throttledStatus(), Json.object().put("error", answers.throttledError()), callback);
    }

    private void late(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
