package org.cognito4j.jakarta;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.config.ConfigurationSource;
import org.jspecify.annotations.Nullable;

/**
 * Adds the beans of this module to an application: the identity store always, the mechanism if the application asks for
 * it with {@link CognitoAuthenticationMechanismDefinition} or has no other. If it asks for ours and has another, each
 * request is left to one of them. Used by the container alone.
 *
 * <p>The beans are added as types, not as synthetic beans, because Open Liberty finds a mechanism only that way.
 */
public class CognitoExtension implements Extension {

    /** Implementations of Jakarta Security: Soteria, as it is and in WildFly, Payara's beside it, and Open Liberty's. */
    private static final List<String> SOTERIA = List.of("org.glassfish.soteria.", "org.wildfly.security.soteria.");

    private static final List<String> PAYARA = List.of("fish.payara.");

    private static final List<String> OPEN_LIBERTY = List.of("com.ibm.ws.security.", "io.openliberty.security.");

    private static final String OPEN_ID_DEFINITION =
            "jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition";

    private final Map<String, CognitoAuthenticationMechanismDefinition> definitions = new LinkedHashMap<>();
    private final NamedRoles roles = new NamedRoles();
    private final InheritedScopes scopes = new InheritedScopes();
    private final LibertyMemory liberty = new LibertyMemory();
    private boolean otherMechanism;
    private boolean otherHandler;
    private @Nullable BeanManager beans;

    /** Called by the container. */
    public CognitoExtension() {}

    void findDefinition(
            @Observes @WithAnnotations(CognitoAuthenticationMechanismDefinition.class) ProcessAnnotatedType<?> type) {
        CognitoAuthenticationMechanismDefinition definition =
                type.getAnnotatedType().getAnnotation(CognitoAuthenticationMechanismDefinition.class);
        if (definition != null) {
            definitions.put(type.getAnnotatedType().getJavaClass().getName(), definition);
        }
    }

    void findMechanism(@Observes ProcessAnnotatedType<? extends HttpAuthenticationMechanism> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (isOf(OPEN_LIBERTY, found)) {
            liberty.found(found);
        }
        otherMechanism |= isInUse(type.getAnnotatedType());
    }

    /**
     * Jakarta Security implementations bring mechanisms of their own, which are in use only when a definition asks for
     * them. Those are either typed so that nobody is given them by chance, or known by name.
     */
    private static boolean isInUse(AnnotatedType<?> mechanism) {
        return !Modifier.isAbstract(mechanism.getJavaClass().getModifiers()) // Open Liberty shows the interface, too
                && !mechanism.isAnnotationPresent(Typed.class)
                && !isOfServer(mechanism.getJavaClass())
                && mechanism.getJavaClass() != CognitoAuthenticationMechanism.class
                && mechanism.getJavaClass() != MixedAuthenticationMechanism.class;
    }

    void findMechanismDefinition(
            @Observes
                    @WithAnnotations({
                        BasicAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class
                    })
                    ProcessAnnotatedType<?> type) {
        otherMechanism = true;
    }

    /** Looks by itself, and by the name: Jakarta Security 2.0 has no such class, and its CDI fails on asking for one that is absent. */
    void findOpenIdDefinition(@Observes ProcessAnnotatedType<?> type) {
        otherMechanism |= type.getAnnotatedType().getAnnotations().stream()
                .anyMatch(annotation -> annotation.annotationType().getName().equals(OPEN_ID_DEFINITION));
    }

    void findHandler(@Observes @WithAnnotations(ApplicationScoped.class) ProcessAnnotatedType<?> type) {
        otherHandler |=
                MechanismHandlers.isOfApplication(type.getAnnotatedType().getJavaClass());
    }

    /** Earlier than the beans: what has a priority is put in order before those are known. */
    void addInterceptor(@Observes BeforeBeanDiscovery discovery) {
        discovery.addAnnotatedType(ScopeInterceptor.class, ScopeInterceptor.class.getName());
    }

    /**
     * Earlier than is known whether they are needed, because Open Liberty learns of mechanisms only by events about types
     * that are added here. They are alternatives so that they are no beans unless they are selected, and because Open
     * Liberty accepts a mechanism beside another only if it is one.
     */
    void addMechanisms(@Observes BeforeBeanDiscovery discovery) {
        discovery
                .addAnnotatedType(CognitoAuthenticationMechanism.class, CognitoAuthenticationMechanism.class.getName())
                .add(Alternative.Literal.INSTANCE);
        if (!MechanismHandlers.areKnown()) {
            discovery.addAnnotatedType(
                    MixedAuthenticationMechanism.class, MixedAuthenticationMechanism.class.getName());
        }
    }

    void findRoles(
            @Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class, RequiresScope.class})
                    ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass() != ScopeInterceptor.class) {
            NamedRoles.Annotations.addTo(roles, type.getAnnotatedType());
        }
    }

    void handDownScopes(@Observes ProcessAnnotatedType<?> type) {
        scopes.addTo(type);
    }

    void addBeans(@Observes AfterTypeDiscovery types) {
        types.addAnnotatedType(ServiceHolder.class, ServiceHolder.class.getName());
        types.addAnnotatedType(CurrentCaller.class, CurrentCaller.class.getName());
        types.addAnnotatedType(CallerInjection.class, CallerInjection.class.getName());
        types.addAnnotatedType(CognitoIdentityStore.class, CognitoIdentityStore.class.getName());
        if (ClassPresence.of("org.eclipse.microprofile.health.HealthCheck")) {
            types.addAnnotatedType(KeyReadiness.class, KeyReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
        if (!definitions.isEmpty() || !otherMechanism) {
            types.getAlternatives().add(CognitoAuthenticationMechanism.class);
        }
        if (isMixed()) {
            types.addAnnotatedType(MechanismChoice.class, MechanismChoice.class.getName());
            selectChoice(types);
        }
    }

    /** Whether ours is asked for explicitly beside another one, so that both are wanted, and nobody else chooses. */
    private boolean isMixed() {
        return !definitions.isEmpty() && otherMechanism && !otherHandler;
    }

    /** Selects it above our mechanism; a priority on the class comes too late for what is added here. */
    private static void selectChoice(AfterTypeDiscovery types) {
        if (!MechanismHandlers.areKnown()) {
            types.getAlternatives().add(MixedAuthenticationMechanism.class);
            return;
        }
        types.addAnnotatedType(MixedAuthenticationHandler.class, MixedAuthenticationHandler.class.getName())
                .add(Alternative.Literal.INSTANCE)
                .add(ApplicationScoped.Literal.INSTANCE);
        types.getAlternatives().add(MixedAuthenticationHandler.class);
    }

    /** Leaves Open Liberty the one that chooses, and only that. */
    void hideMechanism(@Observes ProcessBeanAttributes<? extends HttpAuthenticationMechanism> mechanism) {
        if (liberty.isThere()
                && isMixed()
                && !mechanism.getBeanAttributes().getTypes().contains(MixedAuthenticationMechanism.class)) {
            mechanism.configureBeanAttributes().qualifiers(HiddenMechanism.Literal.INSTANCE);
        }
    }

    void validate(@Observes AfterDeploymentValidation validation, BeanManager beanManager) {
        beans = beanManager;
        scopes.forget();
        if (definitions.size() > 1) {
            validation.addDeploymentProblem(
                    new DeploymentException("@CognitoAuthenticationMechanismDefinition stands on several classes: "
                            + String.join(", ", definitions.keySet()) + ". Keep one"));
        }
        if (isMixed()) {
            try {
                MechanismChoice.beanOfPeople(beanManager);
            } catch (IllegalStateException e) {
                validation.addDeploymentProblem(new DeploymentException(e.getMessage()));
            }
        }
    }

    void end(@Observes BeforeShutdown shutdown) {
        liberty.forget(getClass().getClassLoader());
    }

    /** The settings that the application's definition stands for. */
    Optional<ConfigurationSource> definition() {
        return definitions.entrySet().stream()
                .findFirst()
                .map(entry -> DefinitionSource.of(
                        entry.getValue(), entry.getKey(), text -> Expressions.evaluate(text, beans)));
    }

    /** The application's beans; empty before they are validated. */
    Optional<BeanManager> beans() {
        return Optional.ofNullable(beans);
    }

    /** What the annotations of the application ask of callers. */
    NamedRoles roles() {
        return roles;
    }

    /** Whether there are mechanisms or identity stores besides ours, which may give roles of their own. */
    boolean hasOtherRoles() {
        return otherMechanism
                || beans == null
                || beans.getBeans(IdentityStore.class, Any.Literal.INSTANCE).stream()
                        .map(Bean::getBeanClass)
                        .anyMatch(store -> store != CognitoIdentityStore.class && !isOfServer(store));
    }

    /**
     * Whether it is part of a server: each shows its own mechanisms to every application, WildFly the identity store of
     * OpenID Connect, and Payara that of MicroProfile JWT. What definitions stand for is found by those.
     */
    private static boolean isOfServer(Class<?> type) {
        return isOf(SOTERIA, type) || isOf(PAYARA, type) || isOf(OPEN_LIBERTY, type);
    }

    private static boolean isOf(List<String> packages, Class<?> type) {
        return packages.stream().anyMatch(type.getName()::startsWith);
    }

    /** Whether the application is protected by our mechanism. */
    boolean hasMechanism() {
        return !definitions.isEmpty() || !otherMechanism;
    }
}
