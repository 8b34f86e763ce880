package org.cognito4j.jakarta;

import java.util.List;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.metadata.ProtectedResources;
import org.cognito4j.jakarta.monitor.Decisions;
import org.cognito4j.setting.SettingValues;

/** Challenges for tests of single classes. */
final class Challenges {

    private Challenges() {}

    /** Returns an authentication whose challenges name no metadata and no scopes. */
    static BearerAuthentication authentication(String realm, Decisions decisions) {
        ProtectedResources none = ProtectedResources.of(new ServiceSettings(List.of(), SettingValues.NONE), List::of);
        return new BearerAuthentication(new BearerChallenges(realm, none), new NeededScopes(List::of), decisions);
    }
}
