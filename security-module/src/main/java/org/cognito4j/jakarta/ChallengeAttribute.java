package org.cognito4j.jakarta;

/**
 * The request attribute that tells the adapters of servers what a 403 to the authenticated caller has to say in {@code
 * WWW-Authenticate}.
 */
final class ChallengeAttribute {

    static final String NAME = "org.cognito4j.challenge";

    private ChallengeAttribute() {}
}
