package org.cognito4j.client;

import java.util.Map;
import org.cognito4j.net.ProxyRefusal;

/** What an operator can do about a failure, by its code. */
final class FailureHints {

    private static final String CACHE =
            "Make the cache of a gateway before the token endpoint shorter than the life of a token, and"
                    + " compare the clocks of this machine and of the gateway with the time";
    static final String FIREWALL =
            "A firewall or gateway before Cognito, not Cognito, refused the request: look for it in the log of the AWS WAF web ACL, or of"
                    + " the gateway, and allow this machine's address and the user agent Java-http-client there";
    static final String FUNCTION =
            "The pool's pre token generation function (Lambda) failed: look in its log in CloudWatch; it has to answer within 5 seconds, with a"
                    + " response of event version 3";

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry(
                    "invalid_client",
                    "Client id and secret do not belong together, or the secret was deleted: compare them with the app client"),
            Map.entry(
                    "invalid_grant",
                    "AllowedOAuthFlowsUserPoolClient is off: switch it on for the app client, with the flow client_credentials."
                            + " If it is on, look whether the pool's pre token generation function (Lambda) failed"),
            Map.entry(
                    "invalid_request",
                    "Cognito does not take the request. If the address is that of its token endpoint, look whether the pool's pre token"
                            + " generation function (Lambda) failed"),
            Map.entry(
                    "unauthorized_client",
                    "The app client may not use client_credentials: add the flow to its AllowedOAuthFlows"),
            Map.entry(
                    "invalid_scope",
                    "A scope is unknown or not allowed: compare the scopes with the app client's AllowedOAuthScopes"),
            Map.entry(
                    "unsupported_grant_type", "The address is not a Cognito token endpoint: it ends in /oauth2/token"),
            Map.entry(
                    "NotAuthorizedException",
                    "Client id and secret do not belong together, or ALLOW_CLIENT_TOKEN_AUTH is not the client's only flow"),
            Map.entry("ResourceNotFoundException", "There is no such app client in this region"),
            Map.entry("InvalidLambdaResponseException", FUNCTION),
            Map.entry("UnexpectedLambdaException", FUNCTION),
            Map.entry("UserLambdaValidationException", FUNCTION),
            Map.entry("ForbiddenException", FIREWALL),
            Map.entry("http-403", FIREWALL),
            Map.entry("http-404", "The address is not a token endpoint, or the domain of the user pool was deleted"),
            Map.entry(
                    "redirected",
                    "The endpoint points elsewhere, where the secret is not sent: configure its final address"),
            Map.entry(
                    "answer-not-understood",
                    "Something else than Cognito answered: compare the address with the domain of the user pool"),
            Map.entry("expired-on-arrival", "The token that came has expired. " + CACHE),
            Map.entry("nearly-expired", "Tokens come near their end. " + CACHE),
            Map.entry(
                    "foreign-token",
                    "The token that came names another app client: the cache of a gateway before the token endpoint has to keep app"
                            + " clients apart"),
            Map.entry(
                    "secret-unavailable",
                    "The supplier of the client secret has none, failed or did not answer in time: look whether its file or vault can be"
                            + " read"),
            Map.entry(
                    "no-answer",
                    "There was no complete answer in time: look whether the endpoint can be reached from this machine, and through which"
                            + " proxy"),
            Map.entry(
                    "no-thread",
                    "The JVM could not start a thread: look at the limits of threads and memory of this process; it is tried again"),
            Map.entry("closed", "The source of tokens has been closed"),
            Map.entry("internal-error", "It is tried again; the log names the kind of the exception"));

    private FailureHints() {}

    static String of(String code, boolean retryable) {
        return ProxyRefusal.of(code)
                .map(ProxyRefusal::remedy)
                .orElseGet(() -> HINTS.getOrDefault(code, byDefault(retryable)));
    }

    private static String byDefault(boolean retryable) {
        return retryable ? "It may pass by itself" : "Compare the settings with those of the app client";
    }
}
