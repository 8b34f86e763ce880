package org.cognito4j.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.client.ApiChallenge;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.TokenRequestFailed;
import org.cognito4j.client.TokenSource;
import org.cognito4j.net.BoundedExchange;
import org.cognito4j.net.VisibleText;

/**
 * Goes the way of a client that knows only the address of an API: the 401, the metadata of the resource (RFC 9728), the metadata of the
 * authorization server (RFC 8414, OpenID Connect Discovery), a token, the call. Tells of each step what a client of the Model
 * Context Protocol makes of it. Ends at the step from which such a client cannot go on. Used once, by one thread.
 */
final class AgentWalk implements AutoCloseable {

    private static final String RESOURCE = "/.well-known/oauth-protected-resource";

    private final URI url;
    private final Optional<ClientSettings> client;
    private final List<Finding> findings = new ArrayList<>();
    private final WalkRequests requests;

    /**
     * A walk that has not begun.
     *
     * @param url what to call: an {@code https} address, or {@code http} to this machine
     * @param client asks for the token; empty to end before
     */
    AgentWalk(URI url, Optional<ClientSettings> client) {
        this.url = url;
        this.client = client;
        this.requests = new WalkRequests(url, findings::add);
    }

    List<Finding> run() {
        Optional<ApiChallenge> challenge = call();
        if (challenge.isPresent()) {
            Optional<URI> issuer = findResource(challenge.get());
            Optional<URI> endpoint = issuer.flatMap(this::findEndpoint);
            endpoint.flatMap(this::token).ifPresent(this::callWith);
        }
        return findings;
    }

    private Optional<ApiChallenge> call() {
        BoundedExchange.Answer answer = requests.get("call", url, "");
        if (answer == null) {
            return Optional.empty();
        }
        if (answer.status() != 401) {
            findings.add(Finding.fault(
                    "call",
                    "without a token the answer is " + answer.status()
                            + ", so a client does not learn that it needs one",
                    "Name an address that needs a token. If this address should need one, check the constraints and filters of"
                            + " the application, and the proxies in front of it"));
            return Optional.empty();
        }
        String header = String.join(", ", answer.headers().allValues("WWW-Authenticate"));
        Optional<ApiChallenge> challenge = ApiChallenge.of(header);
        if (challenge.isEmpty()) {
            findings.add(Finding.fault(
                    "call",
                    "the 401 has no WWW-Authenticate of the scheme Bearer, so a client cannot go on",
                    "Let the header pass every proxy, and see which mechanism answers: the log has it at the start"));
            return challenge;
        }
        findings.add(Finding.good("call", "401 with a challenge of the scheme Bearer"));
        findings.add(
                challenge.get().scopes().isEmpty()
                        ? Finding.warning(
                                "scope",
                                "the challenge names no scope, so a client asks for all of scopes_supported",
                                "It is named where a constraint, a filter or an annotation asks for a role or a scope")
                        : Finding.good(
                                "scope",
                                "a client asks for "
                                        + VisibleText.of(
                                                String.join(" ", challenge.get().scopes()))));
        return challenge;
    }

    /** Returns the first authorization server. */
    private Optional<URI> findResource(ApiChallenge challenge) {
        Optional<URI> named = challenge.resourceMetadata();
        if (named.isEmpty()) {
            findings.add(Finding.warning(
                    "metadata",
                    "the challenge names no resource_metadata, so a client tries the well-known addresses",
                    "Set cognito.resource-url to the address that callers use"));
        }
        List<URI> places = named.map(List::of)
                .orElseGet(() -> List.of(
                        WalkRequests.at(url, RESOURCE + WalkRequests.path(url)), WalkRequests.at(url, RESOURCE)));
        for (URI place : places) {
            Map<String, Object> metadata = requests.document("metadata", place, named.isPresent());
            if (metadata != null) {
                return authorizationServer(place, metadata);
            }
        }
        if (named.isEmpty()) {
            findings.add(Finding.fault(
                    "metadata",
                    "none of them answers: " + places,
                    "Set cognito.resource-url, and let a proxy hand the address to the application"));
        }
        return Optional.empty();
    }

    private Optional<URI> authorizationServer(URI place, Map<String, Object> metadata) {
        String resource = String.valueOf(metadata.get("resource"));
        if (!isAbove(resource)) {
            findings.add(Finding.fault(
                    "metadata",
                    place + " is of " + VisibleText.quoted(resource) + ", which a client takes for another API",
                    "Set cognito.resource-url to the beginning of the address that callers use"));
            return Optional.empty();
        }
        Optional<URI> first = metadata.get("authorization_servers") instanceof List<?> servers && !servers.isEmpty()
                ? WalkRequests.address(servers.get(0))
                : Optional.empty();
        findings.add(
                first.isEmpty()
                        ? Finding.fault(
                                "metadata",
                                place + " names no authorization server with an https address",
                                "See that this is the document of the module")
                        : Finding.good("metadata", place + " names " + first.get()));
        return first;
    }

    /** A client compares scheme, host and port, and whole segments of the path. */
    private boolean isAbove(String resource) {
        String text = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
        String called = url.toString();
        return called.equals(text) || called.startsWith(text + "/") || called.startsWith(text + "?");
    }

    /** Returns the token endpoint. In the order that the Model Context Protocol has. */
    private Optional<URI> findEndpoint(URI issuer) {
        String path = WalkRequests.path(issuer);
        List<URI> places = path.isEmpty()
                ? List.of(
                        WalkRequests.at(issuer, "/.well-known/oauth-authorization-server"),
                        WalkRequests.at(issuer, "/.well-known/openid-configuration"))
                : List.of(
                        WalkRequests.at(issuer, "/.well-known/oauth-authorization-server" + path),
                        WalkRequests.at(issuer, "/.well-known/openid-configuration" + path),
                        WalkRequests.at(issuer, path + "/.well-known/openid-configuration"));
        for (URI place : places) {
            Map<String, Object> metadata = requests.document("discovery", place, false);
            if (metadata != null) {
                return endpoint(issuer, place, metadata);
            }
        }
        findings.add(Finding.fault(
                "discovery",
                "no metadata of the authorization server at " + places,
                "See that this machine reaches the issuer, and that the pool exists"));
        return Optional.empty();
    }

    private Optional<URI> endpoint(URI issuer, URI place, Map<String, Object> metadata) {
        if (!issuer.toString().equals(metadata.get("issuer"))) {
            findings.add(Finding.fault(
                    "discovery",
                    place + " is of another issuer, which a client refuses",
                    "See which issuers the pool has: cognito.issuers"));
            return Optional.empty();
        }
        Optional<URI> endpoint = WalkRequests.address(metadata.get("token_endpoint"));
        findings.add(
                endpoint.isEmpty()
                        ? Finding.fault(
                                "discovery",
                                place + " names no token endpoint with an https address",
                                "Give the user pool a domain")
                        : Finding.good("discovery", place + " names " + endpoint.get()));
        return endpoint;
    }

    private Optional<String> token(URI endpoint) {
        if (client.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "token",
                            "no token is asked for",
                            "Name an app client with --client, configured as cognito.client.<name>. Amazon bills token requests"));
            return Optional.empty();
        }
        if (!client.get().endpoint().equals(endpoint)) {
            findings.add(Finding.warning(
                    "token",
                    "the app client asks at " + client.get().endpoint()
                            + ", a client that goes by the metadata elsewhere",
                    "Configure the domain of the same user pool"));
        }
        try (TokenSource tokens = TokenSource.of(client.get())) {
            String token = tokens.token();
            findings.add(Finding.good(
                    "token", "the app client " + VisibleText.quoted(client.get().clientId()) + " gets one"));
            return Optional.of(token);
        } catch (TokenRequestFailed e) {
            findings.add(Finding.fault("token", e.getMessage(), "See the hint, and doctor --check-clients"));
            return Optional.empty();
        }
    }

    private void callWith(String token) {
        BoundedExchange.Answer answer = requests.get("call-again", url, token);
        if (answer == null) {
            return;
        }
        if (answer.status() != 401 && answer.status() != 403) {
            findings.add(Finding.good("call-again", "with the token the answer is " + answer.status()));
            return;
        }
        Optional<ApiChallenge> challenge =
                ApiChallenge.of(String.join(", ", answer.headers().allValues("WWW-Authenticate")));
        String scopes = challenge.map(asked -> String.join(" ", asked.scopes())).orElse("");
        String error = challenge.flatMap(ApiChallenge::error).orElse("no error code");
        findings.add(Finding.fault(
                "call-again",
                "with the token the answer is " + answer.status() + ", " + error
                        + (scopes.isEmpty() ? "" : "; a client asks for " + scopes + " once"),
                "Put the token into explain, which names the rule and the setting"));
    }

    @Override
    public void close() {
        requests.close();
    }
}
