package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.jakarta.metadata.ProtectedResources;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.jspecify.annotations.Nullable;

/** The challenges of a service: each names the metadata of the resource that a request is for. Immutable and thread-safe. */
final class BearerChallenges {

    private final ProtectedResources resources;
    private final BearerChallenge withoutMetadata;
    private final @Nullable BearerChallenge only;
    private final Map<String, BearerChallenge> byMetadata = new HashMap<>();

    /**
     * Challenges of a service.
     *
     * @param realm the protection space
     */
    BearerChallenges(String realm, ProtectedResources resources) {
        this.resources = resources;
        this.withoutMetadata = new BearerChallenge(realm);
        resources
                .addresses()
                .forEach(address -> byMetadata.put(address, new BearerChallenge(realm, Optional.of(address))));
        this.only = switch (byMetadata.size()) {
            case 0 -> withoutMetadata;
            case 1 -> byMetadata.values().iterator().next();
            default -> null;
        };
    }

    /** Returns the one for a request; null stands for a request that is not known. */
    BearerChallenge of(@Nullable HttpServletRequest request) {
        return only == null ? of(RequestedPath.of(request)) : only; // without the path, which is not free
    }

    /** Returns the one for a path. */
    BearerChallenge of(RequestedPath path) {
        return only == null ? resources.addressFor(path).map(byMetadata::get).orElse(withoutMetadata) : only;
    }
}
