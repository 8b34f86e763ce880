package org.cognito4j.localpool.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cognito4j.localpool.grant.ClientCredentialsGrant;
import org.cognito4j.localpool.grant.TokenAnswer;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * {@code /oauth2/token} over HTTP; what it grants is decided by {@link ClientCredentialsGrant}.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">Token endpoint</a>
 */
final class TokenEndpoint extends Handler.Abstract {
    private static final int MOST_PARAMETERS = 32;

    /** 50 scopes of 513 characters each, all of which may be percent-encoded, and the rest. */
    private static final int LONGEST_BODY = 96 * 1024;

    /** A longer body is read so far, since a caller who is still writing when the connection ends misses the answer. */
    private static final int LONGEST_READ = 1 << 20;

    private final PoolRegistry registry;
    private final ClientCredentialsGrant grant;

    TokenEndpoint(PoolRegistry registry, ClientCredentialsGrant grant) {
        this.registry = registry;
        this.grant = grant;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<List<RegisteredPool>> pools = RequestedDomain.of(request).pools(registry.pools());
        if (pools.isEmpty()) {
            return false;
        }
        if (!HttpMethod.POST.is(request.getMethod()) || !isForm(request)) {
            JsonResponse.refuseMethod(response, HttpMethod.POST, callback);
            return true;
        }
        TokenAnswer answer = answer(pools.get(), request);
        RequestLogLine.describe(request, answer);
        response.getHeaders()
                .put(HttpHeader.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
                .put(HttpHeader.PRAGMA, "no-cache")
                .put(HttpHeader.EXPIRES, "0")
                .put("x-amz-cognito-request-id", UUID.randomUUID().toString());
        JsonResponse.write(response, answer.status(), answer.body(), callback);
        return true;
    }

    private static boolean isForm(Request request) {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return contentType != null && MimeTypes.Type.FORM_ENCODED.is(HttpField.stripParameters(contentType));
    }

    private TokenAnswer answer(List<RegisteredPool> pools, Request request) {
        Map<String, List<String>> parameters;
        try {
            parameters = parameters(FormFields.getFields(request, MOST_PARAMETERS, LONGEST_READ));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Jetty's words for a body that is too long, has too many parameters or is not form-url-encoded
            return TokenAnswer.unreadable();
        }
        if (Request.getContentBytesRead(request) > LONGEST_BODY) {
            return TokenAnswer.unreadable();
        }
        return grant.answer(pools, request.getHeaders().get(HttpHeader.AUTHORIZATION), parameters);
    }

    private static Map<String, List<String>> parameters(Fields fields) {
        return fields.stream().collect(Collectors.toUnmodifiableMap(Fields.Field::getName, Fields.Field::getValues));
    }
}
