package org.cognito4j.localpool;

/**
 * A stand-in for the pre token generation Lambda function of a pool, event version 3, as it is called for machines
 * ({@code TokenGeneration_ClientCredentials}). Called by several threads, once for each token.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html">Pre
 *     token generation Lambda trigger</a>
 */
@FunctionalInterface
public interface PreTokenTrigger {

    /**
     * Decides what the token has besides what it would have anyway.
     *
     * @param event the token to be
     * @return the changes; what Cognito reserves for itself stays unchanged
     */
    TokenOverrides onToken(PreTokenEvent event);
}
