package org.cognito4j.jakarta.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.jakarta.platform.ServerKind;

/**
 * The authentication mechanisms of an application besides the module's: those that its types announce while CDI discovers
 * them, and those that are beans in the end.
 */
final class OtherMechanisms {

    /** Annotations that stand for a mechanism, in containers ({@code …Definition.List}) too; the server makes the bean. */
    private static final List<String> DEFINITIONS =
            List.of("jakarta.security.enterprise.authentication.mechanism.http.", "fish.payara.security.annotations.");

    private static final String LOGIN_CONFIG = "org.eclipse.microprofile.auth.LoginConfig";

    private final Set<String> announced = new TreeSet<>();
    private final Set<Class<?>> subclasses = new HashSet<>();
    private Optional<String> login = Optional.empty();

    /** Notes what a type of the application announces. */
    void note(AnnotatedType<?> type) {
        Class<?> javaClass = type.getJavaClass();
        for (Annotation annotation : annotations(type.getAnnotations())) {
            noteAnnotation(annotation, javaClass);
        }
        if (isMechanism(javaClass)) {
            noteMechanism(type);
        }
        type.getMethods()
                .forEach(method -> noteProducer(method, method.getJavaMember().getReturnType(), javaClass));
        type.getFields()
                .forEach(field -> noteProducer(field, field.getJavaMember().getType(), javaClass));
    }

    private void noteAnnotation(Annotation annotation, Class<?> place) {
        String name = annotation.annotationType().getName();
        if (DEFINITIONS.stream().anyMatch(name::startsWith) && name.contains("Definition")) {
            announced.add("@" + name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + " on " + place.getName());
        } else if (name.equals(LOGIN_CONFIG)) {
            login = Optional.of(annotation.toString().replaceAll("^@[\\w.]*\\.", "@") + " on " + place.getName());
        }
    }

    private void noteMechanism(AnnotatedType<?> type) {
        Class<?> javaClass = type.getJavaClass();
        boolean isAbstract = Modifier.isAbstract(javaClass.getModifiers()); // Open Liberty shows the interface, too
        if (isAbstract || ServerKind.isImplementation(javaClass) || isOfModule(javaClass) || !maySelect(type)) {
            return;
        }
        if (CognitoAuthenticationMechanism.class.isAssignableFrom(javaClass)) {
            subclasses.add(javaClass);
        } else {
            announced.add(javaClass.getName());
        }
    }

    private void noteProducer(Annotated member, Class<?> made, Class<?> place) {
        if (isMechanism(made) && member.isAnnotationPresent(Produces.class) && maySelect(member)) {
            announced.add("the producer of " + made.getSimpleName() + " in " + place.getName());
        }
    }

    /**
     * Returns whether the container may select a bean as a mechanism. An alternative without a priority is no bean, unless a
     * {@code beans.xml} selects it: then there are two mechanisms, which is found out later.
     */
    private static boolean maySelect(Annotated element) {
        Typed typed = element.getAnnotation(Typed.class);
        boolean isTyped = typed == null || Arrays.asList(typed.value()).contains(HttpAuthenticationMechanism.class);
        Collection<Annotation> all = annotations(element.getAnnotations());
        return isTyped && (!has(Alternative.class, all) || has(Priority.class, all));
    }

    private static boolean has(Class<? extends Annotation> type, Collection<Annotation> annotations) {
        return annotations.stream().anyMatch(type::isInstance);
    }

    /** Returns annotations and those of the stereotypes among them. */
    private static Collection<Annotation> annotations(Collection<Annotation> own) {
        List<Annotation> all = new ArrayList<>(own);
        Set<Class<?>> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Class<? extends Annotation> type = all.get(i).annotationType();
            if (type.isAnnotationPresent(Stereotype.class) && seen.add(type)) {
                all.addAll(List.of(type.getAnnotations()));
            }
        }
        return all;
    }

    private static boolean isMechanism(Class<?> type) {
        return HttpAuthenticationMechanism.class.isAssignableFrom(type);
    }

    private static boolean isOfModule(Class<?> type) {
        return type == CognitoAuthenticationMechanism.class || type == MixedAuthenticationMechanism.class;
    }

    /** Returns whether any is announced. */
    boolean areAnnounced() {
        return !announced.isEmpty();
    }

    /** Returns those that are announced, by the name that the application's author knows them by. */
    Set<String> announced() {
        return announced;
    }

    /** Returns the annotation of MicroProfile JWT, if a type of the application has it. */
    Optional<String> login() {
        return login;
    }

    /** Returns whether the application extends the module's mechanism, so that its own class is asked instead. */
    boolean hasSubclassOfModule() {
        return !subclasses.isEmpty();
    }

    /** Returns the classes that really are beans, apart from the module's and subclasses of its mechanism. */
    static Set<Class<?>> beans(BeanManager beans) {
        Set<Class<?>> others = new HashSet<>();
        for (Bean<?> bean : beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)) {
            if (!isOfModule(bean.getBeanClass())
                    && !CognitoAuthenticationMechanism.class.isAssignableFrom(bean.getBeanClass())) {
                others.add(bean.getBeanClass());
            }
        }
        return others;
    }

    /** Returns whether the module's mechanism, or a subclass of it, is a bean. */
    static boolean hasModule(BeanManager beans) {
        return beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .anyMatch(CognitoAuthenticationMechanism.class::isAssignableFrom);
    }
}
