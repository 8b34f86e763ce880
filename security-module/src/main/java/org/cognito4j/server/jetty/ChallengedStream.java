package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.guard.PendingChallenge;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives a 403 to a caller who has just lacked a role its challenge, at the moment it is sent. Any other 403 is the
 * application's own business, which no scope would change.
 *
 * <p>Once the mechanism has named a caller, Jetty writes the 403 for a missing role without asking anyone again; this is
 * the one place that still sees it. A 403 of the application goes the same way.
 */
final class ChallengedStream extends HttpStream.Wrapper {

    private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";

    private final String challenge;
    private final CallerIdentity caller;
    private final HttpServletRequest request;

    private ChallengedStream(HttpStream stream, String challenge, CallerIdentity caller, HttpServletRequest request) {
        super(stream);
        this.challenge = challenge;
        this.caller = caller;
        this.request = request;
    }

    static void addTo(Request request, HttpServletRequest servletRequest, CallerIdentity caller) {
        String challenge = PendingChallenge.of(servletRequest);
        if (challenge != null) {
            request.addHttpStreamWrapper(stream -> new ChallengedStream(stream, challenge, caller, servletRequest));
        }
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean last,
            @Nullable ByteBuffer content,
            Callback callback) {
        super.send(request, lacksChallenge(response) ? answered(response) : response, last, content, callback);
    }

    private MetaData.Response answered(MetaData.Response response) {
        if (caller.lacksRole()) {
            ContainerAuthentication.noteMissingRole(request, caller.missingRole());
            return with(
                    HttpFields.build(response.getHttpFields())
                            .put(new HttpField(HttpHeader.WWW_AUTHENTICATE, challenge))
                            .put(new HttpField(HttpHeader.CACHE_CONTROL, "no-store")),
                    response);
        }
        return response.getHttpFields().contains(HttpHeader.CACHE_CONTROL)
                ? response
                : with(HttpFields.build(response.getHttpFields()).put(HttpHeader.CACHE_CONTROL, "no-store"), response);
    }

    private static boolean lacksChallenge(MetaData.@Nullable Response response) {
        return response != null
                && response.getStatus() == HttpStatus.FORBIDDEN_403
                && !response.getHttpFields().contains(HttpHeader.WWW_AUTHENTICATE);
    }

    private static MetaData.Response with(HttpFields.Mutable headers, MetaData.Response response) {
        if (headers.contains(ALLOWED_ORIGIN) && !headers.contains(HttpHeader.VARY)) {
            headers.put(HttpHeader.VARY, "Origin"); // Jetty removes it from an error, and a cache must not mix origins
        }
        return new MetaData.Response(
                response.getStatus(),
                response.getReason(),
                response.getHttpVersion(),
                headers.asImmutable(),
                response.getContentLength(),
                response.getTrailersSupplier());
    }
}
