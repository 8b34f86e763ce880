package org.cognito4j.client;

import java.util.Optional;

/**
 * What the members of an answer are called.
 *
 * @param envelope the member that holds the three next ones, if they do not stand at the top
 * @param token the access token
 * @param lifetime its life in seconds
 * @param type how to present it
 * @param error the error code
 * @param description what the error code means here
 */
record AnswerNames(
        Optional<String> envelope, String token, String lifetime, String type, String error, String description) {

    /** RFC 6749 sections 5.1 and 5.2. */
    static final AnswerNames OAUTH =
            new AnswerNames(Optional.empty(), "access_token", "expires_in", "token_type", "error", "error_description");

    /** The AWS JSON protocol, version 1.1, with the members of {@code GetClientToken}. */
    static final AnswerNames AWS_JSON = new AnswerNames(
            Optional.of("ClientAuthenticationResult"), "AccessToken", "ExpiresIn", "TokenType", "__type", "message");
}
