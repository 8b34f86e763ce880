package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.net.JsonText;

/**
 * The protected resource metadata of RFC 9728: where callers who know only the API learn whose tokens it takes. Open to
 * everybody, also where all else is closed. Made from settings alone, so that no proxy and no {@code Host} header can
 * change it; the scopes are those of the policy of now.
 */
final class ResourceMetadata {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final URI resource;
    private final Supplier<byte[]> document;
    private final Set<String> paths;

    private ResourceMetadata(URI resource, Supplier<byte[]> document) {
        this.resource = resource;
        this.document = document;
        this.paths = paths();
    }

    /**
     * The metadata of a service.
     *
     * @param pools settings of each pool by the policy of now
     */
    static ResourceMetadata of(URI resource, ServiceSettings settings, Supplier<List<VerifierSettings>> pools) {
        return new ResourceMetadata(resource, () -> document(resource, settings, pools.get()));
    }

    private static byte[] document(URI resource, ServiceSettings settings, List<VerifierSettings> pools) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resource", resource.toString());
        members.put(
                "authorization_servers",
                pools.stream()
                        .flatMap(pool -> pool.issuers().stream().sorted())
                        .distinct()
                        .toList());
        List<String> scopes = pools.stream()
                .map(VerifierSettings::scopeRoles)
                .flatMap(mapping -> mapping.mappedScopes().stream())
                .distinct()
                .toList();
        if (!scopes.isEmpty()) { // where roles are derived from scopes, only the user pool knows these
            members.put("scopes_supported", scopes);
        }
        members.put("bearer_methods_supported", List.of("header"));
        settings.resourceName().ifPresent(name -> members.put("resource_name", name));
        return JsonText.object(members).getBytes(StandardCharsets.UTF_8);
    }

    /** Where callers find it (section 3.1): the well-known path stands between host and path. */
    String address() {
        return resource.getScheme() + "://" + resource.getRawAuthority() + WELL_KNOWN + insertedPath();
    }

    private String insertedPath() {
        return resource.getRawPath().equals("/") ? "" : resource.getRawPath();
    }

    /**
     * Answers a request for the metadata.
     *
     * @return false if the request is for something else, in which case nothing has been done
     */
    boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAskedFor(request)) {
            return false;
        }
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return true;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=3600");
        byte[] text = document.get();
        response.setContentLength(text.length);
        response.getOutputStream().write(text); // the server leaves it out of an answer to HEAD
        return true;
    }

    boolean isAskedFor(HttpServletRequest request) {
        return paths.contains(pathOf(request));
    }

    /** The path as containers hand it out: decoded, and without the parameters of its segments. */
    private String decodedPath() {
        String plain = resource.getRawPath().replaceAll(";[^/]*", "");
        return URI.create(plain).getPath();
    }

    /** With the resource's path and without: behind a proxy, either may be what is left for the application. */
    private Set<String> paths() {
        return insertedPath().isEmpty() ? Set.of(WELL_KNOWN) : Set.of(WELL_KNOWN, WELL_KNOWN + decodedPath());
    }

    private static String pathOf(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }
}
