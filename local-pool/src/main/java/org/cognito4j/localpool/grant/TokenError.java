package org.cognito4j.localpool.grant;

import java.util.Locale;

/** The error codes of the token endpoint: RFC 6749 section 5.2, as far as Cognito uses them for machines. */
enum TokenError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
    INVALID_SCOPE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
