package org.cognito4j.jakarta;

import java.util.List;
import org.cognito4j.jakarta.metadata.ProtectedResources;
import org.cognito4j.jakarta.monitor.Decisions;

/** Challenges for tests of single classes. */
final class Challenges {

    private Challenges() {}

    /** Returns an authentication whose challenges name no metadata and no scopes. */
    static BearerAuthentication authentication(String realm, Decisions decisions) {
        return new BearerAuthentication(
                new BearerChallenges(realm, ProtectedResources.NONE), new NeededScopes(List::of), decisions, token -> {
                    throw new AssertionError();
                });
    }
}
