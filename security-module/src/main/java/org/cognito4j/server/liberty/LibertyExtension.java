package org.cognito4j.server.liberty;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.lang.reflect.Type;
import java.util.Set;
import org.cognito4j.jakarta.platform.JakartaSecurity;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.security.CognitoExtension;
import org.cognito4j.jakarta.security.MixedAuthenticationMechanism;

/**
 * Levels what Open Liberty does with authentication mechanisms: it asks the first one that it finds, and remembers those of
 * applications that are gone. Without effect on other servers. Used by the container alone.
 *
 * <p>No method or field here may name an optional type: CDI links all of them, or leaves the whole extension out.
 */
public class LibertyExtension implements Extension {

    private final boolean hasJakartaSecurity = JakartaSecurity.isImplemented();
    private final LibertyMemory memory = new LibertyMemory();

    /** Called by the container. */
    public LibertyExtension() {}

    void findType(@Observes ProcessAnnotatedType<?> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (hasJakartaSecurity && isMechanism(found) && ServerKind.isImplementationOfOpenLiberty(found)) {
            memory.found(found);
        }
    }

    /** Leaves Open Liberty the mechanism that chooses among the others, and only that. */
    void hideMechanism(@Observes ProcessBeanAttributes<?> bean, BeanManager beans) {
        if (memory.isThere()) {
            Set<Type> types = bean.getBeanAttributes().getTypes();
            if (types.stream().anyMatch(LibertyExtension::isMechanism)
                    && !types.contains(MixedAuthenticationMechanism.class)
                    && beans.getExtension(CognitoExtension.class).choosesMechanisms()) {
                bean.configureBeanAttributes().qualifiers(HiddenMechanism.Literal.INSTANCE);
            }
        }
    }

    private static boolean isMechanism(Type type) {
        return type instanceof Class<?> known && HttpAuthenticationMechanism.class.isAssignableFrom(known);
    }

    void end(@Observes BeforeShutdown shutdown) {
        memory.forget(getClass().getClassLoader());
    }
}
