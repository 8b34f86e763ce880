package org.cognito4j.cli;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.client.ApiChallenge;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.TokenRequestFailed;
import org.cognito4j.client.TokenSource;
import org.cognito4j.net.BoundedExchange;
import org.cognito4j.net.StrictJson;
import org.cognito4j.net.Transport;
import org.cognito4j.net.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Goes the way of a client that knows only the address of an API: the 401, the metadata of the resource (RFC 9728), the metadata of the
 * authorization server (RFC 8414, OpenID Connect Discovery), a token, the call. Tells of each step what a client of the Model
 * Context Protocol makes of it. Ends at the step from which such a client cannot go on. Used once, by one thread.
 */
final class AgentWalk implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_VALUES = 1_000;
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";

    private final URI url;
    private final Optional<ClientSettings> client;
    private final BoundedExchange exchange = new BoundedExchange(MOST_BYTES, status -> true);
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A walk that has not begun.
     *
     * @param url what to call: an {@code https} address, or {@code http} to this machine
     * @param client asks for the token; empty to end before
     */
    AgentWalk(URI url, Optional<ClientSettings> client) {
        this.url = url;
        this.client = client;
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
        BoundedExchange.Answer answer = get("call", url, "");
        if (answer == null) {
            return Optional.empty();
        }
        if (answer.status() != 401) {
            findings.add(
                    Finding.fault(
                            "call",
                            "without a token the answer is " + answer.status()
                                    + ", so a client does not learn that it needs one",
                            "Name an address that needs a token. If this one should, see what stands in front of the application"));
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
        List<URI> places =
                named.map(List::of).orElseGet(() -> List.of(at(url, RESOURCE + path(url)), at(url, RESOURCE)));
        for (URI place : places) {
            Map<String, Object> metadata = document("metadata", place, named.isPresent());
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
                ? address(servers.get(0))
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
        String path = path(issuer);
        List<URI> places = path.isEmpty()
                ? List.of(
                        at(issuer, "/.well-known/oauth-authorization-server"),
                        at(issuer, "/.well-known/openid-configuration"))
                : List.of(
                        at(issuer, "/.well-known/oauth-authorization-server" + path),
                        at(issuer, "/.well-known/openid-configuration" + path),
                        at(issuer, path + "/.well-known/openid-configuration"));
        for (URI place : places) {
            Map<String, Object> metadata = document("discovery", place, false);
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
        Optional<URI> endpoint = address(metadata.get("token_endpoint"));
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
        BoundedExchange.Answer answer = get("call-again", url, token);
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

    /** Returns a JSON document; null if there is none. */
    private @Nullable Map<String, Object> document(String check, URI place, boolean isNamed) {
        if (Transport.of(place) == Transport.UNSAFE) {
            return null;
        }
        try {
            BoundedExchange.Answer answer = send(place, "");
            if (answer.status() == 200) {
                return StrictJson.object(answer.body(), MOST_VALUES);
            }
            if (isNamed) {
                findings.add(Finding.fault(
                        check,
                        place + " answers " + answer.status(),
                        "The document is below the context path of the application: let a proxy hand it over"));
            }
            return null;
        } catch (BoundedExchange.Failed | StrictJson.Malformed e) {
            if (isNamed || e instanceof StrictJson.Malformed) {
                findings.add(Finding.fault(check, place + " has no JSON document", "See what answers there"));
            }
            return null;
        }
    }

    private BoundedExchange.@Nullable Answer get(String check, URI address, String token) {
        try {
            return send(address, token);
        } catch (BoundedExchange.Failed e) {
            findings.add(Finding.fault(
                    check, address.getHost() + ": " + e.getMessage(), "See that this machine reaches the address"));
            return null;
        }
    }

    private BoundedExchange.Answer send(URI address, String token) throws BoundedExchange.Failed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json, */*");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange.send(request.build(), TIMEOUT);
    }

    private static Optional<URI> address(@Nullable Object text) {
        try {
            return text instanceof String address
                    ? Optional.of(URI.create(address)).filter(one -> Transport.of(one) != Transport.UNSAFE)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI at(URI origin, String path) {
        return URI.create(origin.getScheme() + "://" + origin.getRawAuthority() + path);
    }

    private static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
