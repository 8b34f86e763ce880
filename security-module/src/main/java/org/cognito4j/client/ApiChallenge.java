package org.cognito4j.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.ScopeRoles;
import org.cognito4j.net.Transport;

/**
 * What an API asks for in the header {@code WWW-Authenticate} of a refusal: the first challenge of the scheme {@code Bearer} (RFC 6750
 * section 3, RFC 9728 section 5.1). Nothing in it is verified: it is as trustworthy as the API. Immutable and thread-safe.
 *
 * @param error {@code invalid_token}, {@code insufficient_scope} or another code; empty if the request had no token
 * @param scopes the scopes that the resource asks for; an unmodifiable set in the order of the header, empty if it names none
 * @param resourceMetadata where the metadata of the resource is, an {@code https} address, or {@code http} to this machine
 */
public record ApiChallenge(Optional<String> error, Set<String> scopes, Optional<URI> resourceMetadata) {

    /** The longest header that is read, in characters. */
    private static final int MAX_LENGTH = 16_384;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** A parameter of a challenge (RFC 9110 section 11.2). Some send a scope without the quotes that its slash needs. */
    private static final Pattern PARAMETER =
            Pattern.compile("(" + TOKEN + ")[ \\t]*=[ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");

    /** The name of a scheme, with the credentials of schemes that have no parameters. */
    private static final Pattern SCHEME =
            Pattern.compile("(" + TOKEN + ")(?:[ \\t]+(?:[A-Za-z0-9._~+/-]+=*(?=[ \\t]*(?:,|$)))?|(?=,|$))");

    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*(?:,[ \\t]*)*");

    /**
     * A challenge with a copy of the scopes.
     *
     * @param error as above
     * @param scopes as above
     * @param resourceMetadata as above
     */
    public ApiChallenge {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /**
     * Reads a header.
     *
     * @param header the value of {@code WWW-Authenticate}; several such headers joined by commas
     * @return empty if it has no challenge of the scheme {@code Bearer}, cannot be read, or is longer than 16,384 characters
     */
    public static Optional<ApiChallenge> of(String header) {
        if (header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int at = skip(header, 0);
        while (at < header.length()) {
            Matcher scheme = SCHEME.matcher(header).region(at, header.length());
            if (!scheme.lookingAt()) {
                return Optional.empty();
            }
            Map<String, String> parameters = new TreeMap<>();
            at = parameters(header, skip(header, scheme.end()), parameters);
            if (scheme.group(1).equalsIgnoreCase("Bearer")) {
                return Optional.of(of(parameters));
            }
        }
        return Optional.empty();
    }

    /** Reads parameters up to the next scheme; of one that is repeated the first counts. */
    private static int parameters(String header, int start, Map<String, String> parameters) {
        int at = start;
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.region(at, header.length()).lookingAt()) {
            String quoted = parameter.group(2);
            parameters.putIfAbsent(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            at = skip(header, parameter.end());
        }
        return at;
    }

    private static int skip(String header, int at) {
        Matcher separator = SEPARATOR.matcher(header).region(at, header.length());
        return separator.lookingAt() ? separator.end() : at;
    }

    private static ApiChallenge of(Map<String, String> parameters) {
        Set<String> scopes = new LinkedHashSet<>();
        Arrays.stream(parameters.getOrDefault("scope", "").split(" "))
                .filter(ScopeRoles::isScope)
                .forEach(scopes::add);
        return new ApiChallenge(
                Optional.ofNullable(parameters.get("error")),
                scopes,
                Optional.ofNullable(parameters.get("resource_metadata")).flatMap(ApiChallenge::address));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            return Transport.of(address) != Transport.UNSAFE
                            && address.getHost() != null
                            && address.getRawUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a token with further scopes may help, and the challenge names them. */
    boolean asksForScopes() {
        return error.filter("insufficient_scope"::equals).isPresent() && !scopes.isEmpty();
    }
}
