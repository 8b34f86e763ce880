package org.cognito4j.jakarta.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import org.cognito4j.PolicySource;
import org.cognito4j.config.PolicySources;

/** The sources of policy that an application has: its services, and its beans where CDI is there. */
public final class ApplicationPolicySources {

    private ApplicationPolicySources() {}

    /**
     * Looks for them, when the application's beans have been validated.
     *
     * @throws org.cognito4j.InvalidSettings if a service cannot be made
     */
    public static PolicySources of(ServletContext application) {
        PolicySources services = PolicySources.in(ApplicationLoader.of(application));
        return ClassPresence.of("jakarta.enterprise.inject.spi.CDI") ? InCdi.added(services) : services;
    }

    private static final class InCdi {

        /** Adds all of them: that there are several is a fault, which the settings' reader names. */
        static PolicySources added(PolicySources services) {
            PolicySources all = services;
            BeanManager beans;
            try {
                beans = CDI.current().getBeanManager();
            } catch (IllegalStateException e) {
                return services; // this application has no container
            }
            for (Bean<?> bean : beans.getBeans(PolicySource.class, Any.Literal.INSTANCE)) {
                PolicySource source = (PolicySource)
                        beans.getReference(bean, PolicySource.class, beans.createCreationalContext(bean));
                all = all.withBean(source, bean.getBeanClass());
            }
            return all;
        }
    }
}
