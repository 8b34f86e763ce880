package org.cognito4j.localpool.token;

import java.util.List;
import java.util.Map;

/** A stand-in for the pre token generation function of a pool; called by several threads, once for each machine's token. */
@FunctionalInterface
public interface TokenTrigger {

    /**
     * Decides what the token has besides what it would have anyway.
     *
     * @param metadata what the caller said in {@code aws_client_metadata}
     */
    TokenChanges onToken(String userPoolId, String clientId, List<String> scopes, Map<String, Object> metadata);
}
