package org.cognito4j.localpool.grant;

import java.util.Map;
import org.cognito4j.localpool.pool.RegisteredClient;

/**
 * The grants behind which a user stands. No user logs in here, so there is never a code or refresh token to redeem; but a
 * client that asks is told so as Cognito tells it, once it has proved who it is.
 */
final class UserGrant {
    private static final String CODE = "authorization_code";
    private static final Map<String, String> PROOFS = Map.of(CODE, "code", "refresh_token", "refresh_token");

    private UserGrant() {}

    static boolean isOne(String grantType) {
        return PROOFS.containsKey(grantType);
    }

    static boolean lacksItsProof(String grantType, TokenForm form) {
        return form.value(PROOFS.get(grantType)).isEmpty();
    }

    static TokenAnswer refused(String grantType, RegisteredClient client) {
        return grantType.equals(CODE) && !client.allowsFlow("code")
                ? TokenAnswer.refused(TokenError.UNAUTHORIZED_CLIENT)
                : TokenAnswer.refused(TokenError.INVALID_GRANT);
    }
}
