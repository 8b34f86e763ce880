package org.cognito4j.localpool.grant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client id and the secret presented with it.
 *
 * @param clientId the id as presented, not known to exist
 * @param clientSecret the secret as presented, empty if there was none; in no {@link #toString()}
 */
record PresentedCredentials(String clientId, String clientSecret) {
    private static final String BASIC = "Basic ";

    /**
     * The possible readings of what a request presents, the likeliest first; none if it names no client.
     *
     * <p>The header beats the body. Cognito documents it as the plain base64 of {@code id:secret}, while RFC 6749 section
     * 2.3.1 has both form-url-encoded first, which some client libraries do. The two differ for an id or secret with
     * {@code +} or {@code _}, so both readings count.
     */
    static List<PresentedCredentials> readings(@Nullable String authorization, TokenForm form) {
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return fromBasic(authorization.substring(BASIC.length()).strip());
        }
        return form.value("client_id")
                .map(id -> List.of(
                        new PresentedCredentials(id, form.value("client_secret").orElse(""))))
                .orElse(List.of());
    }

    private static List<PresentedCredentials> fromBasic(String encoded) {
        List<PresentedCredentials> readings = new ArrayList<>();
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                PresentedCredentials raw =
                        new PresentedCredentials(pair.substring(0, colon), pair.substring(colon + 1));
                readings.add(raw);
                readings.add(raw.formDecoded());
            }
        } catch (IllegalArgumentException e) {
            // not base64 or not form-url-encoded: that reading does not exist
        }
        return readings;
    }

    private PresentedCredentials formDecoded() {
        return new PresentedCredentials(
                URLDecoder.decode(clientId, StandardCharsets.UTF_8),
                URLDecoder.decode(clientSecret, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PresentedCredentials[clientId=" + clientId + "]";
    }
}
