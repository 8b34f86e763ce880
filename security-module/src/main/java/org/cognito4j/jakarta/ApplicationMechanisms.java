package org.cognito4j.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;

/**
 * The authentication mechanisms and identity stores of an application, ours among them: the part of {@link CognitoExtension}
 * that needs Jakarta Security. Apart, because CDI cannot link an extension whose methods name types that are absent.
 *
 * <p>The beans are added as types, not as synthetic beans, because Open Liberty finds a mechanism only that way.
 */
final class ApplicationMechanisms {

    /** Implementations of Jakarta Security: Soteria, as it is and in WildFly, Payara's beside it, and Open Liberty's. */
    private static final List<String> SOTERIA = List.of("org.glassfish.soteria.", "org.wildfly.security.soteria.");

    private static final List<String> PAYARA = List.of("fish.payara.");

    private static final List<String> OPEN_LIBERTY = List.of("com.ibm.ws.security.", "io.openliberty.security.");

    private static final String OPEN_ID_DEFINITION =
            "jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition";

    private final LibertyMemory liberty = new LibertyMemory();
    private boolean other;
    private boolean otherHandler;

    /**
     * Adds ours earlier than is known whether they are needed, because Open Liberty learns of mechanisms only by events about
     * types that are added here. They are alternatives so that they are no beans unless they are selected, and because Open
     * Liberty accepts a mechanism beside another only if it is one.
     */
    void addTo(BeforeBeanDiscovery discovery) {
        discovery
                .addAnnotatedType(CognitoAuthenticationMechanism.class, CognitoAuthenticationMechanism.class.getName())
                .add(Alternative.Literal.INSTANCE);
        if (!MechanismHandlers.areKnown()) {
            discovery.addAnnotatedType(
                    MixedAuthenticationMechanism.class, MixedAuthenticationMechanism.class.getName());
        }
    }

    /** Takes note of a type if it is a mechanism, defines one, or chooses among them. */
    void found(AnnotatedType<?> type) {
        Class<?> found = type.getJavaClass();
        if (HttpAuthenticationMechanism.class.isAssignableFrom(found)) {
            if (isOf(OPEN_LIBERTY, found)) {
                liberty.found(found);
            }
            other |= isInUse(type);
        }
        other |= definesAnother(type);
        otherHandler |= type.isAnnotationPresent(ApplicationScoped.class) && MechanismHandlers.isOfApplication(found);
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

    /** OpenID Connect goes by the name: Jakarta Security 2.0 has no such class. */
    private static boolean definesAnother(AnnotatedType<?> type) {
        return type.isAnnotationPresent(BasicAuthenticationMechanismDefinition.class)
                || type.isAnnotationPresent(CustomFormAuthenticationMechanismDefinition.class)
                || type.isAnnotationPresent(FormAuthenticationMechanismDefinition.class)
                || type.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().equals(OPEN_ID_DEFINITION));
    }

    /** Adds our identity store, and what chooses between our mechanism and another one; selects ours where it is wanted. */
    void addTo(AfterTypeDiscovery types, boolean isDefined) {
        types.addAnnotatedType(CognitoIdentityStore.class, CognitoIdentityStore.class.getName());
        if (isDefined || !other) {
            types.getAlternatives().add(CognitoAuthenticationMechanism.class);
        }
        if (isMixed(isDefined)) {
            types.addAnnotatedType(MechanismChoice.class, MechanismChoice.class.getName());
            selectChoice(types);
        }
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

    /** Whether ours is asked for explicitly beside another one, so that both are wanted, and nobody else chooses. */
    private boolean isMixed(boolean isDefined) {
        return isDefined && other && !otherHandler;
    }

    /** Leaves Open Liberty the one that chooses, and only that. */
    void hide(ProcessBeanAttributes<?> bean, boolean isDefined) {
        if (liberty.isThere() && isMixed(isDefined)) {
            var types = bean.getBeanAttributes().getTypes();
            if (types.stream().anyMatch(ApplicationMechanisms::isMechanism)
                    && !types.contains(MixedAuthenticationMechanism.class)) {
                bean.configureBeanAttributes().qualifiers(HiddenMechanism.Literal.INSTANCE);
            }
        }
    }

    private static boolean isMechanism(Type type) {
        return type instanceof Class<?> known && HttpAuthenticationMechanism.class.isAssignableFrom(known);
    }

    /**
     * Checks that a request can be left to one of the mechanisms.
     *
     * @throws IllegalStateException if there are several others to choose from
     */
    void validate(BeanManager beans, boolean isDefined) {
        if (isMixed(isDefined)) {
            MechanismChoice.beanOfPeople(beans);
        }
    }

    /** Makes Open Liberty forget an application that is gone. */
    void forget(ClassLoader application) {
        liberty.forget(application);
    }

    /** Whether the application has a mechanism besides ours. */
    boolean hasOther() {
        return other;
    }

    /** Whether the application has an identity store besides ours. */
    static boolean hasOtherStore(BeanManager beans) {
        return beans.getBeans(IdentityStore.class, Any.Literal.INSTANCE).stream()
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
}
