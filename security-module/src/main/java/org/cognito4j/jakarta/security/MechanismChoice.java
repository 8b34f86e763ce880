package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cognito4j.jakarta.CognitoService;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between our mechanism, for machines, and the other one of the application, for people. If the settings name
 * paths, they decide alone: on these it is ours, elsewhere the other. If not, a request that has a bearer token, or tries
 * to, is ours. Thread-safe.
 */
@ApplicationScoped
class MechanismChoice {

    private final ServiceBean holder;
    private final @Nullable CognitoAuthenticationMechanism machines;
    private final @Nullable BeanManager beans;
    private volatile @Nullable HttpAuthenticationMechanism people;

    /** For the container's proxy. */
    MechanismChoice() {
        this.holder = new ServiceBean();
        this.machines = null;
        this.beans = null;
    }

    @Inject
    MechanismChoice(ServiceBean holder, @Any CognitoAuthenticationMechanism machines, BeanManager beans) {
        this.holder = holder;
        this.machines = machines;
        this.beans = beans;
    }

    /** The one mechanism that a request is left to. */
    HttpAuthenticationMechanism mechanismFor(HttpServletRequest request) {
        Optional<CognitoService> service = holder.start(request.getServletContext());
        return service.isPresent() && service.get().isForMachines(request) ? machines : people();
    }

    /** Found late, as what definitions stand for is made at the very end of the discovery. */
    private HttpAuthenticationMechanism people() {
        HttpAuthenticationMechanism known = people;
        if (known == null) {
            Bean<?> bean = beanOfPeople(beans);
            CreationalContext<?> context = beans.createCreationalContext(bean);
            known = (HttpAuthenticationMechanism) beans.getReference(bean, HttpAuthenticationMechanism.class, context);
            people = known;
        }
        return known;
    }

    /**
     * The other mechanism, whatever its qualifiers are.
     *
     * @throws IllegalStateException unless there is exactly one
     */
    static Bean<?> beanOfPeople(BeanManager beans) {
        Set<Bean<?>> others = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> !CognitoAuthenticationMechanism.class.isAssignableFrom(bean.getBeanClass())
                        && bean.getBeanClass().getPackage() != MechanismChoice.class.getPackage())
                .collect(Collectors.toSet());
        if (others.size() != 1) {
            throw new IllegalStateException("Beside @CognitoAuthenticationMechanismDefinition stands not one other"
                    + " authentication mechanism but " + others.size() + ": " + others
                    + ". Keep one, or choose among them by an HttpAuthenticationMechanism of your own");
        }
        return others.iterator().next();
    }
}
