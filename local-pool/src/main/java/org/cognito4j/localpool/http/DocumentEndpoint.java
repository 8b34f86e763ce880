package org.cognito4j.localpool.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cognito4j.localpool.pool.PoolAddresses;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.token.PoolSigners;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The documents of a pool that anybody may read: its key set and its discovery document. */
final class DocumentEndpoint extends Handler.Abstract {
    private final PoolRegistry registry;
    private final PoolAddresses addresses;
    private final PoolSigners signers;

    DocumentEndpoint(PoolRegistry registry, PoolAddresses addresses, PoolSigners signers) {
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
        int end = path.indexOf(PoolAddresses.DOCUMENTS);
        String home = path.substring(1, Math.max(end, 1));
        String id = home.startsWith(PoolAddresses.UPDATED_ISSUER + "/")
                ? home.substring(PoolAddresses.UPDATED_ISSUER.length() + 1)
                : home;
        return registry.pools().find(id).flatMap(pool -> switch (path.substring(end)) {
            case PoolAddresses.KEY_SET -> Optional.of(signers.keys(pool.id()).keySet());
            case PoolAddresses.DISCOVERY -> Optional.of(addresses.discovery(pool));
            default -> Optional.empty();
        });
    }
}
