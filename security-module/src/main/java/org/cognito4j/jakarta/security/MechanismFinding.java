package org.cognito4j.jakarta.security;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.AuthenticatorFinding.Situation;
import org.cognito4j.jakarta.application.ClassReferences;
import org.cognito4j.jakarta.platform.ServerKind;
import org.jspecify.annotations.Nullable;

/** Finds out which mechanism of Jakarta Security the container asks, by the beans that an application really has. */
final class MechanismFinding {

    private final OtherMechanisms announced;
    private final Optional<BeanManager> beans;
    private final boolean isSelected;
    private final boolean isMixed;

    /**
     * What finds it out for an application.
     *
     * @param isSelected whether the module's mechanism is selected
     * @param isMixed whether both the module's and another one are wanted
     */
    MechanismFinding(OtherMechanisms announced, Optional<BeanManager> beans, boolean isSelected, boolean isMixed) {
        this.announced = announced;
        this.beans = beans;
        this.isSelected = isSelected;
        this.isMixed = isMixed;
    }

    /**
     * Finds out who authenticates.
     *
     * @param application the application by its name
     * @param login another authentication that it declares outside CDI
     * @param isRequired whether the settings require the module
     * @throws org.cognito4j.InvalidSettings if they do, and it is not asked
     */
    AuthenticatorFinding in(String application, Optional<String> login, boolean isRequired) {
        boolean hasModule = isSelected && beans.map(OtherMechanisms::hasModule).orElse(true);
        if (hasModule && !isRequired) {
            throw new InvalidSettings(List.of(new SettingFault(
                    "cognito.authentication",
                    "is set to off in web.xml, which is read only after the mechanism is registered",
                    "Set it in META-INF/microprofile-config.properties, as a system property or as an environment"
                            + " variable")));
        }
        Optional<String> chooser = beans.flatMap(SecurityVersion::ofApplication).map(Class::getName);
        Set<String> others = isMixed || (hasModule && chooser.isPresent()) ? Set.of() : others();
        return AuthenticatorFinding.in(new Situation(
                application,
                isRequired,
                hasModule ? module(chooser) : null,
                others,
                useModule(),
                announced.login().or(() -> login)));
    }

    private String module(Optional<String> chooser) {
        @Nullable String beside = isMixed ? String.join(" and ", announced.announced()) : null;
        String own = announced.hasSubclassOfModule()
                ? "the application's subclass of cognito4j's HttpAuthenticationMechanism"
                : "cognito4j's HttpAuthenticationMechanism";
        return own
                + (beside == null ? "" : ", and " + beside + " for requests that are not its own")
                + chooser.map(handler -> ", where " + handler + " chooses it").orElse("");
    }

    /** Announced names say more than the classes of beans that the server makes for them. */
    private Set<String> others() {
        if (beans.isEmpty()) {
            return announced.announced();
        }
        Set<Class<?>> real = new HashSet<>(OtherMechanisms.beans(beans.get()));
        if (!announced.areAnnounced()) {
            real.removeIf(ServerKind::isImplementation);
        }
        return !announced.areAnnounced()
                ? real.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new))
                : announced.announced();
    }

    /** Returns whether all others are made to hand tokens to {@link CognitoIdentityStore}. */
    private boolean useModule() {
        Set<Class<?>> real = beans.map(OtherMechanisms::beans).orElse(Set.of());
        return !real.isEmpty() && real.stream().allMatch(type -> ClassReferences.of(type, CognitoCredential.class));
    }
}
