package org.cognito4j.jakarta.monitor;

import java.util.List;
import java.util.Map;
import org.cognito4j.jakarta.usage.UsageFigures;

/**
 * An application's figures over JMX, all of them since its start, and operations that deny by hand. The name of the bean is {@code
 * org.cognito4j:type=Security,application="<context path>"}, with {@code "/"} for the root; a second application of the
 * same path in this JVM has {@code instance=2} besides. A {@code CognitoFilter} with settings of its own has a bean of its own, with
 * {@code filter="<name of the filter>"}.
 *
 * <p>What is denied by hand takes effect at once, in all pools of the application and for its filters with settings of their own, over every
 * policy that is set before or later, and is kept in memory <b>until the application restarts</b>. Each operation returns what it did, for
 * a person, and logs it. What the policy denies cannot be allowed by hand.
 */
public interface SecurityMXBean {

    /**
     * Tokens that were accepted.
     *
     * @return their number
     */
    long getAccepted();

    /**
     * Requests that the module refused, whatever the code.
     *
     * @return their number
     */
    long getRefused();

    /**
     * The same by code, as in {@code docs/troubleshooting.md}.
     *
     * @return codes that came up and how often
     */
    Map<String, Long> getRefusedByReason();

    /**
     * The figures of each app client.
     *
     * @return by display name or id; {@code other} for all clients that are not configured, {@code unverified} for requests whose token
     *     is not verified
     */
    Map<String, ClientFigures> getClients();

    /**
     * The scopes of each app client's tokens and those that its calls needed, see {@code docs/usage.md}. The table is of the whole
     * application: calls that filters with settings of their own judge are in it.
     *
     * @return by display name or id, {@code other} for all clients that are not configured; empty unless {@code cognito.usage-file} is set
     */
    Map<String, UsageFigures> getUsage();

    /**
     * Tokens whose verdict was remembered.
     *
     * @return their number
     */
    long getCacheHits();

    /**
     * Tokens that had to be examined.
     *
     * @return their number
     */
    long getCacheMisses();

    /**
     * Fetches that brought keys.
     *
     * @return their number
     */
    long getKeyRefreshes();

    /**
     * Fetches that failed.
     *
     * @return their number
     */
    long getKeyFailures();

    /**
     * The state of each pool's keys, a name of {@link org.cognito4j.KeyState.Status}.
     *
     * @return by pool id
     */
    Map<String, String> getKeyStatus();

    /**
     * The age of each pool's keys in seconds; 0 while there are none.
     *
     * @return by pool id
     */
    Map<String, Long> getKeyAgeSeconds();

    /**
     * How often who may call has changed since the start.
     *
     * @return 1 before the first change, one more after each
     */
    long getPolicyVersion();

    /**
     * Why {@code cognito.policy-file}, {@code cognito.policy-url} or the application's {@code PolicySource} has no effect, while the last
     * good policy stays.
     *
     * @return an empty text if it has, or if there is none
     */
    String getPolicyProblem();

    /**
     * Returns the denials that operators have set over JMX, until the application restarts.
     *
     * @return a line for each denial
     */
    List<String> getDeniedByHand();

    /**
     * Refuses every token of an app client, with {@code client-denied}.
     *
     * @param clientId an app client that the application accepts
     * @return what has changed
     * @throws IllegalArgumentException if the application accepts no such client
     */
    String denyClient(String clientId);

    /**
     * Takes back {@link #denyClient}.
     *
     * @param clientId the app client
     * @return what has changed
     * @throws IllegalArgumentException if the client is not denied by hand
     */
    String allowClient(String clientId);

    /**
     * Refuses tokens with an {@code iat} before an instant, with {@code issued-before}. A later instant that is set already stays.
     *
     * @param target an app client id, a user pool id for all of its clients, or {@code *} for all clients of all pools
     * @param instant for example {@code 2026-12-01T09:30:00Z}, or {@code now}; at most five minutes ahead
     * @return what has changed
     * @throws IllegalArgumentException if there is no such client or pool, or the instant cannot be read or lies ahead
     */
    String denyTokensIssuedBefore(String target, String instant);

    /**
     * Takes back {@link #denyTokensIssuedBefore}.
     *
     * @param target as it was denied
     * @return what has changed
     * @throws IllegalArgumentException if there is no such denial by hand
     */
    String allowTokensIssuedBefore(String target);

    /**
     * Refuses one token, with {@code token-denied}.
     *
     * @param tokenId the token's {@code jti}
     * @param until when the token has expired; empty for the longest life that is configured
     * @return what has changed
     * @throws IllegalArgumentException if that is no token id, or the instant cannot be read or has passed
     */
    String denyToken(String tokenId, String until);

    /**
     * Takes back {@link #denyToken}.
     *
     * @param tokenId the token's {@code jti}
     * @return what has changed
     * @throws IllegalArgumentException if the token is not denied by hand
     */
    String allowToken(String tokenId);

    /**
     * The resources of the application that ask for nothing, as they were found when it started.
     *
     * @return one line for each
     */
    List<String> getOpenResources();
}
