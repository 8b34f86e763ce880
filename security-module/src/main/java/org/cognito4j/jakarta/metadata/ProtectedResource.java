package org.cognito4j.jakarta.metadata;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * One address of the API, which has a metadata document of its own. Immutable.
 *
 * @param url the address as callers know it
 * @param path its path
 * @param remainder its path without what the paths of all addresses begin with: a proxy may take that away
 */
record ProtectedResource(URI url, ResourcePath path, ResourcePath remainder) {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    ProtectedResource(URI url, int common) {
        this(url, ResourcePath.of(url), ResourcePath.of(url).without(common));
    }

    /** Where callers find the metadata (RFC 9728 section 3.1): the well-known path stands between host and path. */
    String address() {
        String inserted = url.getRawPath().equals("/") ? "" : url.getRawPath();
        return url.getScheme() + "://" + url.getRawAuthority() + WELL_KNOWN + inserted;
    }

    /** Returns whether a request is for the metadata by the whole path of the address, with that of the application or without. */
    boolean isAskedForBy(RequestedPath request) {
        String asked = request.path();
        String whole = path.text() + (isDirectory() ? "/" : "");
        return asked.equals(WELL_KNOWN + whole)
                || (!request.context().isEmpty()
                        && whole.startsWith(request.context())
                        && asked.equals(
                                WELL_KNOWN + whole.substring(request.context().length())));
    }

    /** Returns whether a request is for the metadata by what a proxy may leave of the path. */
    boolean isAskedForBehindProxyBy(RequestedPath request) {
        return request.path().equals(WELL_KNOWN + remainder.text());
    }

    private boolean isDirectory() {
        return path.length() > 0 && url.getRawPath().endsWith("/");
    }

    /** Returns the paths below the application by which its requests may come: which one depends on a proxy in front. */
    Set<String> pathsBelow(String context) {
        String whole = path.text();
        String below =
                whole.startsWith(context + "/") || whole.equals(context) ? whole.substring(context.length()) : whole;
        Set<String> paths = new TreeSet<>();
        paths.add(below.isEmpty() ? "/" : below);
        paths.add(remainder.length() == 0 ? "/" : remainder.text());
        return paths;
    }
}
