package org.cognito4j.config;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for {@code cognito.resource-url}, a resource identifier of RFC 9728 section 1.2. */
final class ResourceUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Slash, backslash, dot segments, percent sign and semicolon, encoded. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%2F|%5C|%25|%3B|(?:/|^)(?:\\.|%2E){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

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
                && url.normalize().equals(url)
                && isServable(url);
        boolean isSafe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme())
                        && url.getHost() != null
                        && LOOPBACK.matcher(url.getHost()).matches());
        return isPlain && isSafe ? Optional.of(url) : Optional.empty();
    }

    /**
     * Whether servers have one reading of the path: they refuse or decode encoded slashes and dots, and know UTF-8 alone, so
     * that the metadata could not be found by any other path.
     */
    private static boolean isServable(URI url) {
        String decoded = url.getPath();
        return !AMBIGUOUS.matcher(url.getRawPath()).find()
                && decoded.indexOf('\uFFFD') < 0
                && decoded.chars().noneMatch(Character::isISOControl)
                && !decoded.contains("//");
    }
}
