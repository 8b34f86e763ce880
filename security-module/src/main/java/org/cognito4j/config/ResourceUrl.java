package org.cognito4j.config;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for {@code cognito.resource-url}, a resource identifier of RFC 9728 section 1.2. */
final class ResourceUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private ResourceUrl() {}

    /** Empty if it cannot be one: callers find the metadata by it, so it has to be exactly what they call. */
    static Optional<URI> parse(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean isPlain = url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && text.chars().allMatch(character -> character > ' ' && character < 0x7F)
                && url.normalize().equals(url);
        boolean isSafe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme())
                        && url.getHost() != null
                        && LOOPBACK.matcher(url.getHost()).matches());
        return isPlain && isSafe ? Optional.of(url) : Optional.empty();
    }
}
