package org.cognito4j.jakarta.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InterceptionFactory;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.access.CallerInjection;
import org.cognito4j.jakarta.access.ClaimInterceptor;
import org.cognito4j.jakarta.access.CurrentCaller;
import org.cognito4j.jakarta.access.InheritedScopes;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.access.RolesInterceptor;
import org.cognito4j.jakarta.access.ScopeInterceptor;
import org.cognito4j.jakarta.audit.NamedRoles;
import org.cognito4j.jakarta.misplaced.ApplicationBeans;
import org.cognito4j.jakarta.misplaced.ObserverChecks;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.JakartaSecurity;
import org.cognito4j.jakarta.platform.JarPlace;
import org.jspecify.annotations.Nullable;

/**
 * Adds the beans of this module to an application: what checks {@link RequiresScope} and injects the caller in every
 * application with CDI, and by {@link ApplicationMechanisms} the identity store and the mechanism where Jakarta Security is
 * implemented. The mechanism is added if the application asks for it with {@link CognitoAuthenticationMechanismDefinition} or
 * has no other. If it asks for ours and has another, each request is left to one of them. Used by the container alone.
 *
 * <p>No method or field here may name an optional type: CDI links all of them, or leaves the whole extension out.
 */
public class CognitoExtension implements Extension, DiscoveredApplication {

    private final Map<String, CognitoAuthenticationMechanismDefinition> definitions = new LinkedHashMap<>();
    private final NamedRoles roles = new NamedRoles();
    private final InheritedScopes scopes = new InheritedScopes();
    private final ObserverChecks observers = new ObserverChecks(() -> beans().orElseThrow());
    private final ApplicationBeans made = new ApplicationBeans();
    private final @Nullable ApplicationMechanisms mechanisms;
    private @Nullable BeanManager beans;

    /** Called by the container. */
    public CognitoExtension() {
        this.mechanisms = JakartaSecurity.isImplemented() ? new ApplicationMechanisms() : null;
    }

    /** Earlier than the beans: what has a priority is put in order before those are known. */
    void addEarly(@Observes BeforeBeanDiscovery discovery) {
        JarPlace.requireOneCopyInContext();
        discovery.addAnnotatedType(ScopeInterceptor.class, ScopeInterceptor.class.getName());
        discovery.addAnnotatedType(ClaimInterceptor.class, ClaimInterceptor.class.getName());
        discovery.addAnnotatedType(RolesInterceptor.class, RolesInterceptor.class.getName());
        if (mechanisms != null) {
            mechanisms.addTo(discovery);
        }
    }

    /** Observes every type: CDI fails where an observer asks for annotations that are absent. */
    void findType(@Observes ProcessAnnotatedType<?> type) {
        found(type.getAnnotatedType());
        scopes.addTo(type);
    }

    void found(AnnotatedType<?> type) {
        CognitoAuthenticationMechanismDefinition definition =
                type.getAnnotation(CognitoAuthenticationMechanismDefinition.class);
        if (definition != null) {
            definitions.put(type.getJavaClass().getName(), definition);
        }
        if (mechanisms != null) {
            mechanisms.found(type);
        }
    }

    void findRoles(
            @Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class, RequiresScope.class})
                    ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass() != ScopeInterceptor.class) {
            NamedRoles.Annotations.addTo(roles, type.getAnnotatedType());
        }
    }

    void addBeans(@Observes AfterTypeDiscovery types) {
        types.addAnnotatedType(ServiceBean.class, ServiceBean.class.getName());
        types.addAnnotatedType(CurrentCaller.class, CurrentCaller.class.getName());
        types.addAnnotatedType(CallerInjection.class, CallerInjection.class.getName());
        if (ClassPresence.of("org.eclipse.microprofile.health.HealthCheck")) {
            types.addAnnotatedType(KeyReadiness.class, KeyReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
        if (mechanisms != null) {
            mechanisms.addTo(types, !definitions.isEmpty());
        }
    }

    void findBean(@Observes ProcessManagedBean<?> bean) {
        made.manages(bean.getAnnotatedBeanClass().getJavaClass());
    }

    void findProduced(@Observes ProcessProducerMethod<?, ?> bean) {
        Method producer = bean.getAnnotatedProducerMethod().getJavaMember();
        String name = producer.getDeclaringClass().getName() + "." + producer.getName();
        List<Class<?>> parameters = List.of(producer.getParameterTypes());
        if (parameters.contains(InterceptionFactory.class)) {
            made.intercepts(producer.getReturnType(), name);
        } else if (parameters.stream().noneMatch(producer.getReturnType()::isAssignableFrom)) {
            made.produces(producer.getReturnType(), name); // one that is given what it returns hands it on
        }
    }

    void findProduced(@Observes ProcessProducerField<?, ?> bean) {
        Field producer = bean.getAnnotatedProducerField().getJavaMember();
        made.produces(producer.getType(), producer.getDeclaringClass().getName() + "." + producer.getName());
    }

    void checkObserver(@Observes ProcessObserverMethod<?, ?> event) {
        observers.addTo(event);
    }

    void validate(@Observes AfterDeploymentValidation validation, BeanManager beanManager) {
        beans = beanManager;
        scopes.forget();
        if (definitions.size() > 1) {
            validation.addDeploymentProblem(
                    new DeploymentException("@CognitoAuthenticationMechanismDefinition stands on several classes: "
                            + String.join(", ", definitions.keySet()) + ". Keep one"));
        }
        if (mechanisms != null) {
            try {
                mechanisms.validate(beanManager, !definitions.isEmpty());
            } catch (IllegalStateException e) {
                validation.addDeploymentProblem(new DeploymentException(e.getMessage()));
            }
        }
    }

    /** {@inheritDoc} */
    @Override
    public Optional<ConfigurationSource> definition() {
        return definitions.entrySet().stream()
                .findFirst()
                .map(entry -> DefinitionSource.of(
                        entry.getValue(), entry.getKey(), text -> Expressions.evaluate(text, beans)));
    }

    /** {@inheritDoc} */
    @Override
    public Optional<BeanManager> beans() {
        return Optional.ofNullable(beans);
    }

    /** {@inheritDoc} */
    @Override
    public ApplicationBeans made() {
        return made;
    }

    /** {@inheritDoc} */
    @Override
    public NamedRoles roles() {
        return roles;
    }

    /** {@inheritDoc} */
    @Override
    public boolean hasOtherRoles() {
        return mechanisms != null
                && (mechanisms.hasOther() || beans == null || ApplicationMechanisms.hasOtherStore(beans));
    }

    /** {@inheritDoc} */
    @Override
    public boolean hasJakartaSecurity() {
        return mechanisms != null;
    }

    /** {@inheritDoc} */
    @Override
    public boolean hasOwnStoreHandler() {
        return mechanisms != null && beans != null && ApplicationMechanisms.hasOwnStoreHandler(beans);
    }

    /** {@inheritDoc} */
    @Override
    public AuthenticatorFinding authenticatorOf(String name, Optional<String> login, boolean isRequired) {
        return Objects.requireNonNull(mechanisms, "no Jakarta Security")
                .authenticator(beans(), !definitions.isEmpty())
                .in(name, login, isRequired);
    }

    /** {@inheritDoc} */
    @Override
    public boolean hasMechanism() {
        return mechanisms != null && mechanisms.isSelected(!definitions.isEmpty());
    }

    /**
     * Returns whether each request is left either to the module's mechanism or to another one, as the application wants both.
     *
     * @return false where the application has one mechanism, or chooses by itself
     */
    public boolean choosesMechanisms() {
        return mechanisms != null && mechanisms.isMixed(!definitions.isEmpty());
    }
}
