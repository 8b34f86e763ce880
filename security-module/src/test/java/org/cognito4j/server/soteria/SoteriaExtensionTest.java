package org.cognito4j.server.soteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.webcontainer.LibertyApplication;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.TomcatApplication;
import org.eclipse.jetty.JettyApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoteriaExtensionTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void adds_a_security_context_to_applications_on_jetty_and_tomcat() {
        assertThat(addedIn(JettyApplication.loader())).containsExactly(RequestSecurityContext.class);
        assertThat(addedIn(TomcatApplication.loader())).containsExactly(RequestSecurityContext.class);
        assertThat(addedIn(new URLClassLoader(new URL[0], JettyApplication.loader())))
                .containsExactly(RequestSecurityContext.class);
    }

    @Test
    void leaves_the_one_of_other_servers() {
        assertThat(addedIn(LibertyApplication.loader())).isEmpty();
        assertThat(addedIn(before)).isEmpty();
    }

    private static List<Object> addedIn(ClassLoader application) {
        Thread.currentThread().setContextClassLoader(application);
        List<Object> added = new ArrayList<>();
        new SoteriaExtension().addSecurityContext((BeforeBeanDiscovery) Proxy.newProxyInstance(
                SoteriaExtensionTest.class.getClassLoader(),
                new Class<?>[] {BeforeBeanDiscovery.class},
                (proxy, method, arguments) -> {
                    added.add(arguments[0]);
                    return null;
                }));
        return added;
    }
}
