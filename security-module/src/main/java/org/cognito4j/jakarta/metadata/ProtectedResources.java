package org.cognito4j.jakarta.metadata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.setting.SettingValues;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of the API and their metadata documents (RFC 9728), by which callers who know only the API learn whose tokens it
 * takes. The documents are open to everybody, also where all else is closed. They are made of settings and of the application
 * alone, so that no proxy and no {@code Host} header can change them. Immutable and thread-safe.
 */
public final class ProtectedResources {

    /** Those of an API without an address. */
    public static final ProtectedResources NONE = of(new ServiceSettings(List.of(), SettingValues.NONE), List::of);

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final List<ProtectedResource> all;
    private final MetadataDocument document;

    private ProtectedResources(List<ProtectedResource> all, MetadataDocument document) {
        this.all = all;
        this.document = document;
    }

    /**
     * Returns those of a service.
     *
     * @param pools settings of each pool by the policy of now
     */
    public static ProtectedResources of(ServiceSettings settings, Supplier<List<VerifierSettings>> pools) {
        List<URI> urls = settings.resourceUrls();
        int common = urls.isEmpty()
                ? 0
                : ResourcePath.common(urls.stream().map(ResourcePath::of).toList());
        List<ProtectedResource> all =
                urls.stream().map(url -> new ProtectedResource(url, common)).toList();
        return new ProtectedResources(all, new MetadataDocument(settings, pools));
    }

    /** Returns the addresses of all documents. */
    public List<String> addresses() {
        return all.stream().map(ProtectedResource::address).toList();
    }

    /**
     * Returns where the metadata is of the resource that a request is for.
     *
     * @return empty if the path is below no address of the API
     */
    public Optional<String> addressFor(RequestedPath request) {
        return Optional.ofNullable(resourceAt(request)).map(ProtectedResource::address);
    }

    /** The one with the longest path: by the whole of it, or else by what a proxy leaves. */
    private @Nullable ProtectedResource resourceAt(RequestedPath request) {
        if (all.size() == 1) {
            return all.get(0); // the API as a whole
        }
        ResourcePath below = ResourcePath.of(request.path());
        ResourcePath whole = ResourcePath.of(request.context() + request.path());
        ProtectedResource found = longest(ProtectedResource::path, whole);
        found = found == null ? longest(ProtectedResource::path, below) : found;
        return found == null ? longest(ProtectedResource::remainder, below) : found;
    }

    private @Nullable ProtectedResource longest(
            Function<ProtectedResource, ResourcePath> pathOf, ResourcePath request) {
        ProtectedResource longest = null;
        for (ProtectedResource one : all) {
            ResourcePath path = pathOf.apply(one);
            if (path.holds(request)
                    && (longest == null || path.length() > pathOf.apply(longest).length())) {
                longest = one;
            }
        }
        return longest;
    }

    /** Returns whether a request is for one of the documents. */
    public boolean areAskedFor(HttpServletRequest request) {
        return !all.isEmpty() && askedFor(request) != null;
    }

    private static boolean mayBeWellKnown(HttpServletRequest request) {
        String servlet = request.getServletPath();
        String start = servlet == null || servlet.isEmpty() ? request.getPathInfo() : servlet;
        return start != null && start.startsWith("/.well-known");
    }

    private @Nullable ProtectedResource askedFor(HttpServletRequest request) {
        if (!mayBeWellKnown(request)) {
            return null; // the way of nearly all requests
        }
        RequestedPath path = RequestedPath.of(request);
        for (ProtectedResource one : all) {
            if (one.isAskedForBy(path)) {
                return one;
            }
        }
        for (ProtectedResource one : all) {
            if (one.isAskedForBehindProxyBy(path)) {
                return one;
            }
        }
        return null;
    }

    /**
     * Answers a request for one of the documents. Scripts of all origins may read them (Fetch standard, CORS protocol).
     *
     * @return false if the request is for something else, in which case nothing has been done
     * @throws IOException if the answer cannot be sent
     */
    public boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProtectedResource asked = all.isEmpty() ? null : askedFor(request);
        if (asked == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (METHODS.contains(request.getMethod())) {
            send(asked, request, response);
        } else if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
            response.setHeader("Access-Control-Allow-Headers", "*");
            response.setHeader("Access-Control-Max-Age", "3600");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return true;
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private void send(ProtectedResource asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String context = RequestedPath.of(request).context();
        ScopeNeeds needs = ScopeNeeds.of(request.getServletContext());
        List<ScopeNeed> own =
                needs.all().stream().filter(need -> isOf(asked, need, context)).toList();
        byte[] text = document.of(asked.url(), own).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(text.length);
        response.getOutputStream().write(text); // the server leaves it out of an answer to HEAD
    }

    /** What is asked for nobody knows where belongs to the resource that holds the whole application. */
    private boolean isOf(ProtectedResource resource, ScopeNeed need, String context) {
        return all.size() == 1
                || (need.patterns().isEmpty()
                        ? resource.remainder().length() == 0
                        : need.patterns().stream().anyMatch(pattern -> isOf(resource, pattern, context)));
    }

    private boolean isOf(ProtectedResource resource, String pattern, String context) {
        return resource.equals(resourceAt(new RequestedPath(context, PatternPath.rootOf(pattern))))
                || resource.pathsBelow(context).stream().anyMatch(path -> PatternPath.covers(pattern, path));
    }
}
