package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The documents of a pool that anybody may read: its key set and its discovery document. */
final class PoolDocuments extends Handler.Abstract {
    private final Registry registry;
    private final Addresses addresses;
    private final PoolSigners signers;

    PoolDocuments(Registry registry, Addresses addresses, PoolSigners signers) {
        this.registry = registry;
        this.addresses = addresses;
        this.signers = signers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<JsonNode> document = document(Request.getPathInContext(request));
        if (document.isEmpty()) {
            return false;
        }
        if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            JsonResponse.write(response, HttpStatus.OK_200, document.get(), callback);
        } else {
            JsonResponse.refuseMethod(response, HttpMethod.GET, callback);
        }
        return true;
    }

    /** Both issuers show the documents of a pool, whichever of them its tokens name. */
    private Optional<JsonNode> document(String path) {
        int end = path.indexOf(Addresses.DOCUMENTS);
        String home = path.substring(1, Math.max(end, 1));
        String id = home.startsWith(Addresses.UPDATED_ISSUER + "/")
                ? home.substring(Addresses.UPDATED_ISSUER.length() + 1)
                : home;
        return registry.pools().find(id).flatMap(pool -> switch (path.substring(end)) {
            case Addresses.KEY_SET -> Optional.of(signers.keys(pool.id()).keySet());
            case Addresses.DISCOVERY -> Optional.of(addresses.discovery(pool));
            default -> Optional.empty();
        });
    }
}
