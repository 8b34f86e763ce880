package org.cognito4j.server.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.webcontainer.LibertyApplication;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.TomcatApplication;
import org.eclipse.jetty.JettyApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LibertyInitializerTest {

    private final List<Class<?>> added = new ArrayList<>();

    @Test
    void adds_a_listener_that_runs_before_open_liberty_authenticates() {
        start(LibertyApplication.context(this::answer));

        assertThat(added).containsExactly(SessionOverride.class);
    }

    @Test
    void adds_nothing_on_another_server() {
        start(TomcatApplication.context(this::answer));
        start(JettyApplication.context(this::answer));

        assertThat(added).isEmpty();
    }

    private static void start(ServletContext application) {
        new LibertyInitializer().onStartup(null, application);
    }

    private @Nullable Object answer(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("addListener")) {
            added.add(arguments[0].getClass());
        }
        return null;
    }
}
