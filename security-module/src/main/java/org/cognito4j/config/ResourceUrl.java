package org.cognito4j.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for {@code cognito.resource-url}, a resource identifier of RFC 9728 section 1.2. */
final class ResourceUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** A comma may stand in a path, too. */
    private static final String SEPARATOR = "\\s*,\\s*(?=https?://)";

    /** Slash, backslash, dot segments, percent sign and semicolon, encoded. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%2F|%5C|%25|%3B|(?:/|^)(?:\\.|%2E){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    private ResourceUrl() {}

    /**
     * Returns addresses that are separated by commas.
     *
     * @throws IllegalArgumentException if one of them cannot be an address, or two have the same path
     */
    static List<URI> parseAll(String text) {
        List<URI> urls = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (String one : text.split(SEPARATOR)) {
            URI url = parse(one).orElseThrow(IllegalArgumentException::new);
            if (!paths.add(url.getPath().replaceAll("/$", ""))) {
                throw new IllegalArgumentException();
            }
            urls.add(url);
        }
        return List.copyOf(urls);
    }

    /** Returns the address of a page for people; empty if it cannot be one. */
    static Optional<URI> parsePage(String text) {
        try {
            URI url = URI.create(text);
            boolean isPage = "https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null;
            return isPage && text.chars().allMatch(character -> character > ' ' && character < 0x7F)
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty if it cannot be one: callers find the metadata by it, so it has to be exactly what they call. */
    static Optional<URI> parse(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean isPlain = url.getHost() != null
                && !text.endsWith(",") // behind which another address was left out
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
