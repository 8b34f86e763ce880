package org.cognito4j.server.soteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.webcontainer.LibertyApplication;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.catalina.TomcatApplication;
import org.eclipse.jetty.JettyApplication;
import org.junit.jupiter.api.Test;

class SoteriaInitializerTest {

    private final List<Object> listeners = new ArrayList<>();

    @Test
    void registers_the_bridge_once_all_has_started_on_tomcat() throws ServletException {
        start(new SoteriaInitializer(), TomcatApplication::context);

        assertThat(listeners).singleElement().isInstanceOf(SoteriaRegistration.class);
    }

    @Test
    void does_nothing_on_other_servers() throws ServletException {
        start(new SoteriaInitializer(), JettyApplication::context);
        start(new SoteriaInitializer(), LibertyApplication::context);

        assertThat(listeners).isEmpty();
    }

    @Test
    void leaves_soteria_alone_where_the_server_brings_it() throws Exception {
        Object initializer = new ModuleLoader()
                .loadClass(SoteriaInitializer.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(initializer).isNotInstanceOf(SoteriaInitializer.class);

        start((ServletContainerInitializer) initializer, TomcatApplication::context);

        assertThat(listeners).isEmpty();
    }

    private void start(ServletContainerInitializer initializer, Function<InvocationHandler, ServletContext> server)
            throws ServletException {
        initializer.onStartup(null, server.apply((proxy, method, arguments) -> {
            listeners.add(arguments[0]);
            return null;
        }));
    }
}
