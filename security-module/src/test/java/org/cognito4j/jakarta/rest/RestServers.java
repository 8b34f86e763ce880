package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.cognito4j.jakarta.CognitoService;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;

/** JAX-RS implementations that serve an application without a network. */
enum RestServers {
    JERSEY {
        @Override
        Running start(Application application, ServletContext context) {
            RuntimeDelegate.setInstance(new org.glassfish.jersey.server.internal.RuntimeDelegateImpl());
            ApplicationHandler handler = new ApplicationHandler(application, new AbstractBinder() {
                @Override
                protected void configure() {
                    bind(context).to(ServletContext.class);
                }
            });
            return (method, path, caller) -> {
                URI base = URI.create("http://localhost/");
                return handler.apply(new ContainerRequest(
                                base,
                                base.resolve(path),
                                method,
                                caller,
                                new MapPropertiesDelegate(),
                                handler.getConfiguration()))
                        .get()
                        .getStatus();
            };
        }
    },
    RESTEASY {
        @Override
        Running start(Application application, ServletContext context) {
            RuntimeDelegate.setInstance(null);
            ResteasyDeploymentImpl deployment = new ResteasyDeploymentImpl();
            deployment.setApplication(application);
            ResteasyContext.pushContext(ServletContext.class, context);
            deployment.start();
            return (method, path, caller) -> {
                MockHttpRequest request = MockHttpRequest.create(method, "/" + path);
                MockHttpResponse response = new MockHttpResponse();
                ResteasyContext.pushContext(SecurityContext.class, caller);
                ResteasyContext.pushContext(ServletContext.class, context);
                try {
                    deployment.getDispatcher().invoke(request, response);
                } finally {
                    ResteasyContext.clearContextData();
                }
                return response.getStatus();
            };
        }
    };

    /** Serves an application from now on. */
    abstract Running start(Application application, ServletContext context);

    Running start(Application application) {
        return start(application, contextOf(null));
    }

    /** A web application that has a service, or none. */
    static ServletContext contextOf(@Nullable CognitoService service) {
        return (ServletContext) Proxy.newProxyInstance(
                RestServers.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> CognitoService.class.getName().equals(arguments[0]) ? service : null;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
    }

    Running start(Class<?>... resources) {
        return start(Map.of(), resources);
    }

    Running start(Map<String, Object> properties, Class<?>... resources) {
        return start(application(properties, resources));
    }

    static Application application(Map<String, Object> properties, Class<?>... resources) {
        return new Application() {
            @Override
            public Set<Class<?>> getClasses() {
                return Set.of(resources);
            }

            @Override
            public Map<String, Object> getProperties() {
                return properties;
            }
        };
    }

    /** An application that takes requests. */
    interface Running {

        int status(String method, String path, RestCaller caller) throws Exception;

        default int get(String path, RestCaller caller) throws Exception {
            return status("GET", path, caller);
        }
    }
}
