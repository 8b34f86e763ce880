package org.cognito4j.jakarta.security;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.util.Optional;
import org.cognito4j.jakarta.platform.ServerKind;

/** What there is of the handlers of Jakarta Security 4.0, for those who have to run with 3.0 too. */
final class SecurityVersion {

    private static final String TYPE =
            "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler";

    private SecurityVersion() {}

    /** Whether the server asks a handler and not a mechanism. */
    static boolean areKnown() {
        return type().isPresent();
    }

    /** Whether a class is a handler that is neither ours nor the one that implementations use where there is no other. */
    static boolean isOfApplication(Class<?> type) {
        return type().filter(handler -> handler.isAssignableFrom(type)).isPresent()
                && !type.isInterface()
                && !ServerKind.isImplementation(type)
                && !type.getPackageName().equals(SecurityVersion.class.getPackageName());
    }

    /** Returns the class of the handler that the application has in place of the implementation's. */
    static Optional<Class<?>> ofApplication(BeanManager beans) {
        return type().flatMap(handler -> {
                    try {
                        Bean<?> bean = beans.resolve(beans.getBeans(handler));
                        return Optional.<Class<?>>ofNullable(bean == null ? null : bean.getBeanClass());
                    } catch (AmbiguousResolutionException e) {
                        return Optional.empty();
                    }
                })
                .filter(SecurityVersion::isOfApplication);
    }

    private static Optional<Class<?>> type() {
        try {
            return Optional.of(Class.forName(TYPE, false, HttpAuthenticationMechanism.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
