package org.cognito4j.localpool;

import java.util.concurrent.TimeUnit;
import org.cognito4j.localpool.Disturbances.Area;
import org.cognito4j.localpool.Disturbances.Disturbance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on, unless a test wants something else to happen to it. */
final class DisturbedHandler extends Handler.Wrapper {
    private final Disturbances disturbances;
    private final OauthAnswers answers;

    DisturbedHandler(Disturbances disturbances, OauthAnswers answers, Handler calm) {
        super(calm);
        this.disturbances = disturbances;
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Area area = area(Request.getPathInContext(request));
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

    private static Area area(String path) {
        if (path.endsWith(Addresses.TOKEN)) {
            return Area.TOKENS;
        }
        return path.contains("/.well-known/") ? Area.KEYS : Area.CONTROL;
    }

    private void throttle(Area area, Response response, Callback callback) {
        if (area == Area.CONTROL) {
            ControlPlane.write(response, RefusedOperation.of("TooManyRequestsException", "Rate exceeded"), callback);
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
