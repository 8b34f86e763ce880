package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;
import org.cognito4j.jakarta.platform.EnvironmentChoice;
import org.cognito4j.jakarta.platform.ServerKind;

/**
 * The authentication mechanisms and identity stores of an application, ours among them: the part of {@link CognitoExtension}
 * that needs Jakarta Security. Apart, because CDI cannot link an extension whose methods name types that are absent.
 *
 * <p>The beans are added as types, not as synthetic beans, because Open Liberty finds a mechanism only that way.
 */
final class ApplicationMechanisms {

    private final OtherMechanisms others = new OtherMechanisms();
    private boolean otherHandler;
    private boolean standsAside;

    /**
     * Adds ours earlier than is known whether they are needed, because Open Liberty learns of mechanisms only by events about
     * types that are added here. They are alternatives so that they are no beans unless they are selected, and because Open
     * Liberty accepts a mechanism beside another only if it is one.
     */
    void addTo(BeforeBeanDiscovery discovery) {
        discovery
                .addAnnotatedType(CognitoAuthenticationMechanism.class, CognitoAuthenticationMechanism.class.getName())
                .add(Alternative.Literal.INSTANCE);
        if (!SecurityVersion.areKnown()) {
            discovery.addAnnotatedType(
                    MixedAuthenticationMechanism.class, MixedAuthenticationMechanism.class.getName());
        }
    }

    /** Takes note of a type if it is a mechanism, defines one, or chooses among them. */
    void found(AnnotatedType<?> type) {
        Class<?> found = type.getJavaClass();
        others.note(type);
        otherHandler |= type.isAnnotationPresent(ApplicationScoped.class) && SecurityVersion.isOfApplication(found);
    }

    /** Adds our identity store, and what chooses between our mechanism and another one; selects ours where it is wanted. */
    void addTo(AfterTypeDiscovery types, boolean isDefined) {
        types.addAnnotatedType(CognitoIdentityStore.class, CognitoIdentityStore.class.getName());
        standsAside = EnvironmentChoice.leavesAuthenticationToOthers(isDefined);
        if (isSelected(isDefined) && !others.hasSubclassOfModule()) {
            types.getAlternatives().add(CognitoAuthenticationMechanism.class);
        }
        if (isMixed(isDefined)) {
            types.addAnnotatedType(MechanismChoice.class, MechanismChoice.class.getName());
            selectChoice(types);
        }
    }

    /** Selects it above our mechanism; a priority on the class comes too late for what is added here. */
    private static void selectChoice(AfterTypeDiscovery types) {
        if (!SecurityVersion.areKnown()) {
            types.getAlternatives().add(MixedAuthenticationMechanism.class);
            return;
        }
        types.addAnnotatedType(MixedAuthenticationHandler.class, MixedAuthenticationHandler.class.getName())
                .add(Alternative.Literal.INSTANCE)
                .add(ApplicationScoped.Literal.INSTANCE);
        types.getAlternatives().add(MixedAuthenticationHandler.class);
    }

    /** Whether ours is asked for explicitly beside another one, so that both are wanted, and nobody else chooses. */
    boolean isMixed(boolean isDefined) {
        return !standsAside && isDefined && others.areAnnounced() && !otherHandler;
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

    /** Returns whether the module's mechanism, or the application's subclass of it, is to be asked. */
    boolean isSelected(boolean isDefined) {
        return !standsAside && (isDefined || !others.areAnnounced());
    }

    /** Returns what finds out who authenticates, once the beans are known. */
    MechanismFinding authenticator(Optional<BeanManager> beans, boolean isDefined) {
        return new MechanismFinding(others, beans, isSelected(isDefined), isMixed(isDefined));
    }

    /** Whether the application has a mechanism besides ours. */
    boolean hasOther() {
        return others.areAnnounced();
    }

    /** Whether the application has an identity store besides ours. */
    static boolean hasOtherStore(BeanManager beans) {
        return beans.getBeans(IdentityStore.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .anyMatch(store -> store != CognitoIdentityStore.class && !ServerKind.isImplementation(store));
    }

    /** Returns whether the application has an {@code IdentityStoreHandler} of its own in place of the server's. */
    static boolean hasOwnStoreHandler(BeanManager beans) {
        Bean<?> handler = beans.resolve(beans.getBeans(IdentityStoreHandler.class));
        return handler != null
                && handler.getBeanClass() != Object.class // of a bean that a server makes without a class
                && !handler.getBeanClass().isInterface()
                && !ServerKind.isImplementation(handler.getBeanClass());
    }
}
