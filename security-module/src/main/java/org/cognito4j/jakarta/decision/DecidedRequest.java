package org.cognito4j.jakarta.decision;

/**
 * The request that was decided about, without anything that a stranger could forge unnoticed: the path only if a setting asks for it, the
 * address of the caller only from a header that a setting names. Immutable and thread-safe.
 *
 * @param application the context path of the application, {@code /} for the root
 * @param form who decided
 * @param method the HTTP method, {@value #OTHER_METHOD} if it is none of RFC 9110 and RFC 5789
 * @param route the pattern that the request matches, with the context path before it; empty if the container names none
 * @param path the path as the caller sent it, at most 256 characters, in visible ASCII; empty unless {@code cognito.log-paths} is set
 * @param clientAddress the IP address of the caller; empty if it is not known
 * @param requestId the trace id of the header {@code traceparent} (W3C Trace Context); empty if there is no valid one
 */
public record DecidedRequest(
        String application,
        DecisionForm form,
        String method,
        String route,
        String path,
        String clientAddress,
        String requestId) {

    /** The value for an unknown method, by the semantic conventions of OpenTelemetry. */
    public static final String OTHER_METHOD = "_OTHER";
}
