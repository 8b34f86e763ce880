package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CognitoExtensionTest {

    private final CognitoExtension extension = new CognitoExtension();

    @Test
    void leaves_an_application_alone_that_people_enter_by_open_id_connect() {
        extension.findOpenIdDefinition(event(People.class));

        assertThat(extension.hasMechanism()).isFalse();
    }

    @Test
    void protects_an_application_without_another_mechanism() {
        extension.findOpenIdDefinition(event(Object.class));

        assertThat(extension.hasMechanism()).isTrue();
    }

    private static ProcessAnnotatedType<?> event(Class<?> type) {
        return stub(ProcessAnnotatedType.class, stub(AnnotatedType.class, Set.of(type.getAnnotations())));
    }

    /** Answers the same whatever it is asked. */
    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    @OpenIdAuthenticationMechanismDefinition
    private static final class People {}
}
