package org.cognito4j.server.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.TomcatApplication;
import org.cognito4j.jakarta.guard.SessionHiding;
import org.eclipse.jetty.JettyApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TomcatInitializerTest {

    private final Map<String, Object> attributes = new HashMap<>();

    @Test
    void hides_sessions_on_tomcat() {
        ServletContext application = TomcatApplication.context(this::answer);

        new TomcatInitializer().onStartup(null, application);

        assertThat(SessionHiding.of(application)).isInstanceOf(TomcatSessions.class);
    }

    @Test
    void leaves_sessions_alone_on_another_server() {
        ServletContext application = JettyApplication.context(this::answer);

        new TomcatInitializer().onStartup(null, application);

        assertThat(attributes).isEmpty();
        assertThat(SessionHiding.of(application)).isNotInstanceOf(TomcatSessions.class);
    }

    private @Nullable Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getAttribute" -> attributes.get((String) arguments[0]);
            default -> null;
        };
    }
}
