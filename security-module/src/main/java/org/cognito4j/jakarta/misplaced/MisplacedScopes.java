package org.cognito4j.jakarta.misplaced;

import java.util.Collection;
import java.util.List;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.access.ClaimRequirement;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.access.ScopeRequirement;
import org.cognito4j.jakarta.application.AnnotationLookup;

/**
 * Ends the deployment if {@link RequiresScope} or {@link RequiresClaim} stands on a servlet. The container makes servlets, not CDI, so that no
 * interceptor is in front of them and anyone could call.
 */
public final class MisplacedScopes {

    private MisplacedScopes() {}

    /**
     * Checks the servlets of an application.
     *
     * @throws InvalidSettings with all servlets that have the annotation on themselves, a superclass or a method
     */
    public static void refuseOn(Collection<Class<?>> servlets) {
        List<String> misplaced = servlets.stream()
                .filter(MisplacedScopes::requiresScope)
                .map(Class::getName)
                .sorted()
                .toList();
        if (!misplaced.isEmpty()) {
            throw new InvalidSettings(List.of(new SettingFault(
                    "@RequiresScope or @RequiresClaim",
                    "protects nothing on servlets, which are no CDI beans: " + String.join(", ", misplaced),
                    "Use @ServletSecurity or CognitoFilter for them, or put it on a bean that they call")));
        }
    }

    private static boolean requiresScope(Class<?> servlet) {
        return AnnotationLookup.lineage(servlet).stream()
                .anyMatch(type -> ScopeRequirement.isWithin(type) || ClaimRequirement.isWithin(type));
    }
}
