package org.cognito4j.localpool.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.NotRegistered;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.token.PoolKeys;
import org.cognito4j.localpool.token.PoolSigners;
import org.cognito4j.localpool.token.TokenChanges;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The switches for tests over HTTP: {@code POST /_admin/<switch>} with a JSON object. It demands the content type of JSON, so
 * that no page in a browser can turn them.
 */
final class AdminEndpoint extends Handler.Abstract {
    static final String PATH = "/_admin";

    private final PoolRegistry registry;
    private final PoolSigners signers;
    private final DisturbanceSwitches disturbances;
    private final ShiftedClock shiftedClock;
    private final Map<String, Function<ObjectNode, ObjectNode>> switches = Map.of(
            "rotate-keys", this::rotateKeys,
            "add-key", this::addKey,
            "withdraw-key", this::withdrawKey,
            "outage", this::outage,
            "slow", this::slow,
            "status", this::status,
            "throttle", this::throttle,
            "calm", this::calm,
            "clock", this::clock,
            "pre-token", this::preToken);

    AdminEndpoint(ServedPools served) {
        this.registry = served.registry();
        this.signers = served.signers();
        this.disturbances = served.disturbances();
        this.shiftedClock = served.clock();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH + "/")) {
            return false;
        }
        Function<ObjectNode, ObjectNode> turn = switches.get(path.substring(PATH.length() + 1));
        if (turn == null) {
            return false;
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            JsonResponse.refuseMethod(response, HttpMethod.POST, callback);
            return true;
        }
        try {
            JsonResponse.write(response, 200, turn.apply(input(request)), callback);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            JsonResponse.write(response, 400, Json.object().put("error", String.valueOf(e.getMessage())), callback);
        } catch (NotRegistered e) {
            JsonResponse.write(response, 404, Json.object().put("error", e.getMessage()), callback);
        }
        return true;
    }

    private static ObjectNode input(Request request) throws IOException {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !MimeTypes.Type.APPLICATION_JSON.is(HttpField.stripParameters(type))) {
            throw new IOException("say Content-Type: application/json");
        }
        return Json.parse(Content.Source.asInputStream(request));
    }

    private ObjectNode rotateKeys(ObjectNode input) {
        keys(input).rotate();
        return shownKeys(input);
    }

    private ObjectNode addKey(ObjectNode input) {
        keys(input).add();
        return shownKeys(input);
    }

    private ObjectNode withdrawKey(ObjectNode input) {
        if (!keys(input).withdraw(input.path("kid").asText())) {
            throw new IllegalArgumentException("the key set has no key with that kid");
        }
        return shownKeys(input);
    }

    /** The keys of the pool that is named, or of the only one. */
    private PoolKeys keys(ObjectNode input) {
        return signers.keys(registry.pool(poolId(input)).id());
    }

    private String poolId(ObjectNode input) {
        List<String> ids = List.copyOf(registry.pools().byId().keySet());
        if (!input.has("pool") && ids.size() != 1) {
            throw new IllegalArgumentException("name the pool: {\"pool\": \"<user pool id>\"}");
        }
        return input.path("pool").asText(ids.isEmpty() ? "" : ids.get(0));
    }

    private ObjectNode shownKeys(ObjectNode input) {
        ObjectNode shown = Json.object();
        shown.set("kids", Json.value(keys(input).publishedKeyIds()));
        return shown;
    }

    private ObjectNode outage(ObjectNode input) {
        disturbances.outage(areas(input));
        return shownDisturbances();
    }

    private ObjectNode slow(ObjectNode input) {
        disturbances.slow(Duration.parse(input.path("delay").asText()), areas(input));
        return shownDisturbances();
    }

    private ObjectNode status(ObjectNode input) {
        disturbances.status(input.path("status").asInt(503), areas(input));
        return shownDisturbances();
    }

    private ObjectNode throttle(ObjectNode input) {
        disturbances.throttle(input.path("requests").asInt(1), areas(input));
        return shownDisturbances();
    }

    private ObjectNode calm(ObjectNode input) {
        disturbances.calm(areas(input));
        return shownDisturbances();
    }

    private static RequestArea[] areas(ObjectNode input) {
        return input.has("area")
                ? new RequestArea[] {
                    RequestArea.valueOf(input.get("area").asText().toUpperCase(Locale.ROOT))
                }
                : new RequestArea[0];
    }

    private ObjectNode shownDisturbances() {
        ObjectNode shown = Json.object();
        shown.set("disturbances", Json.value(disturbances.shown()));
        return shown;
    }

    private ObjectNode clock(ObjectNode input) {
        Duration offset = Duration.parse(input.path("offset").asText());
        shiftedClock.shift(offset);
        return Json.object().put("offset", offset.toString());
    }

    private ObjectNode preToken(ObjectNode input) {
        try {
            TokenChanges changes = TokenChanges.read(input);
            signers.replaceTrigger((userPoolId, clientId, scopes, metadata) -> changes);
            return input;
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not accessTokenGeneration of a Lambda function's response", e);
        }
    }
}
