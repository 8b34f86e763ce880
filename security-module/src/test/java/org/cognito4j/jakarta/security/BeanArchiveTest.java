package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.net.URI;
import java.util.List;
import org.jboss.weld.bootstrap.WeldBootstrap;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.junit.jupiter.api.Test;

/** The module as a bean archive: servers show the beans of Jakarta Security to no other one. */
class BeanArchiveTest {

    @Test
    void is_one_for_servers_that_want_to_see_it_written_down() throws Exception {
        URI classes = CognitoExtension.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();

        assertThat(new WeldBootstrap()
                        .parse(classes.resolve("META-INF/beans.xml").toURL())
                        .getBeanDiscoveryMode())
                .isEqualTo(BeanDiscoveryMode.ALL);
    }

    @Test
    void has_each_bean_that_the_extension_adds_once_and_none_by_discovery() {
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            List<Class<?>> mechanisms =
                    container
                            .getBeanManager()
                            .getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)
                            .stream()
                            .<Class<?>>map(Bean::getBeanClass)
                            .filter(type -> type.getPackage() == CognitoExtension.class.getPackage())
                            .toList();

            assertThat(mechanisms).containsExactly(CognitoAuthenticationMechanism.class);
        }
    }
}
