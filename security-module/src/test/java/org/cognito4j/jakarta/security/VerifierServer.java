package org.cognito4j.jakarta.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cognito4j.TokenChecks;
import org.cognito4j.TokenVerifier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.DeclaredApplicationSettings;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.RequiredTokenPaths;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;

/** A server on loopback whose applications ask verifiers of a test, each by all forms of the module. */
public final class VerifierServer implements AutoCloseable {

    /** Longer than any token of the tests: what is too long for us is not to fail at the server already. */
    private static final int HEADER_BYTES = 1 << 21;

    private static final int NO_ANSWER_MILLIS = 10_000;

    /** How a resource is protected. */
    public enum Form {
        /** By our filter. */
        FILTER {
            @Override
            FilterHolder guard(CognitoService service) {
                return new FilterHolder(new CognitoFilter());
            }
        },
        /** By our filter, which asks for a scope that nobody has. */
        FILTER_FOR_NOBODY {
            @Override
            FilterHolder guard(CognitoService service) {
                FilterHolder filter = new FilterHolder(new CognitoFilter());
                filter.setInitParameter("required-scopes", "nobody");
                return filter;
            }
        },
        /** By a container without CDI. */
        CONTAINER {
            @Override
            FilterHolder guard(CognitoService service) {
                return holding((request, response, chain) -> {
                    ContainerOutcome outcome = ContainerAuthentication.of(
                            (HttpServletRequest) request, (HttpServletResponse) response, true);
                    if (outcome instanceof ContainerOutcome.Caller) {
                        chain.doFilter(request, response);
                    }
                });
            }
        },
        /** By our mechanism and our identity store. */
        MECHANISM {
            @Override
            FilterHolder guard(CognitoService service) {
                ServiceBean holder = new ServiceBeanOf(service);
                CognitoAuthenticationMechanism mechanism =
                        new CognitoAuthenticationMechanism(holder, new CognitoIdentityStore(holder)::validate);
                return holding((request, response, chain) -> {
                    AuthenticationStatus status = mechanism.validateRequest(
                            (HttpServletRequest) request, (HttpServletResponse) response, PROTECTED);
                    if (status == AuthenticationStatus.SUCCESS) {
                        chain.doFilter(request, response);
                    }
                });
            }
        };

        abstract FilterHolder guard(CognitoService service);

        private static FilterHolder holding(Filter filter) {
            return new FilterHolder(filter);
        }
    }

    /** The container's side of a protected resource, which takes the mechanism at its word. */
    private static final HttpMessageContext PROTECTED = (HttpMessageContext) Proxy.newProxyInstance(
            VerifierServer.class.getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isProtected" -> true;
                case "isAuthenticationRequest" -> false;
                case "notifyContainerAboutLogin" -> AuthenticationStatus.SUCCESS;
                default -> throw new AssertionError("the container was asked to " + method.getName());
            });

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<CognitoService> services = new ArrayList<>();
    private final Function<ServiceSettings, Monitoring> monitoring;
    private final Map<String, String> more;
    private final List<Filter> first;
    private final Map<String, Function<CognitoService, Filter>> guards;

    /**
     * Starts it.
     *
     * @param verifiers by the name of their application, which is its path, each with its settings
     */
    public VerifierServer(Map<String, Map.Entry<VerifierSettings, TokenVerifier>> verifiers) throws Exception {
        this(verifiers, settings -> new Monitoring(settings, List.of()), Map.of());
    }

    /**
     * Starts it.
     *
     * @param verifiers by the name of their application, which is its path, each with its settings
     * @param monitoring makes what takes note of the decisions of an application
     * @param more settings of the applications, without their prefix
     * @param first filters before the module, as a server that traces requests has one
     */
    public VerifierServer(
            Map<String, Map.Entry<VerifierSettings, TokenVerifier>> verifiers,
            Function<ServiceSettings, Monitoring> monitoring,
            Map<String, String> more,
            Filter... first)
            throws Exception {
        this(verifiers, monitoring, more, Map.of(), first);
    }

    /**
     * Starts it.
     *
     * @param verifiers by the name of their application, which is its path, each with its settings
     * @param monitoring makes what takes note of the decisions of an application
     * @param more settings of the applications, without their prefix
     * @param guards further filters by their path below the application, without slashes
     * @param first filters before the module, as a server that traces requests has one
     */
    public VerifierServer(
            Map<String, Map.Entry<VerifierSettings, TokenVerifier>> verifiers,
            Function<ServiceSettings, Monitoring> monitoring,
            Map<String, String> more,
            Map<String, Function<CognitoService, Filter>> guards,
            Filter... first)
            throws Exception {
        this.first = List.of(first);
        this.monitoring = monitoring;
        this.guards = guards;
        this.more = more;
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandlerCollection applications = new ContextHandlerCollection();
        verifiers.forEach(
                (name, verifier) -> applications.addHandler(application(name, verifier.getKey(), verifier.getValue())));
        server.setHandler(applications);
        server.start();
    }

    private ServletContextHandler application(String name, VerifierSettings settings, TokenVerifier verifier) {
        SettingValues values = SettingValues.NONE.withText(setting("audit"), "off");
        for (Map.Entry<String, String> one : more.entrySet()) {
            values = values.withText(setting(one.getKey()), one.getValue());
        }
        ServiceSettings all = new ServiceSettings(List.of(settings), values);
        CognitoService service = new CognitoService(all, monitoring.apply(all), TokenChecks.NONE, keys -> verifier);
        services.add(service);
        ServletContextHandler application = new ServletContextHandler("/" + name);
        application.setClassLoader(VerifierServer.class.getClassLoader());
        RequiredTokenPaths.noteEnforcementIn(application.getServletContext());
        service.publishIn(application.getServletContext());
        first.forEach(
                filter -> application.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST)));
        for (Form form : Form.values()) {
            application.addFilter(form.guard(service), path(form), EnumSet.of(DispatcherType.REQUEST));
        }
        guards.forEach((path, guard) -> application.addFilter(
                new FilterHolder(guard.apply(service)), "/" + path, EnumSet.of(DispatcherType.REQUEST)));
        application.addServlet(new ServletHolder(new Resource()), "/*");
        return application;
    }

    private static Setting<?> setting(String key) {
        return DeclaredApplicationSettings.ALL.find(key).orElseThrow();
    }

    private static String path(Form form) {
        return "/" + form.name();
    }

    /**
     * Sends a token, octet by octet as it is.
     *
     * @return all octets of the answer
     */
    public String answer(String application, Form form, String token) throws IOException {
        return answer(application, form, token, "");
    }

    /**
     * Sends a token and other headers, octet by octet as they are.
     *
     * @param headers further headers, each with its line break
     * @return all octets of the answer
     */
    public String answer(String application, Form form, String token, String headers) throws IOException {
        return answer(application + path(form), headers + "Authorization: Bearer " + token + "\r\n");
    }

    /**
     * Sends headers, octet by octet as they are.
     *
     * @param path application and path, without a slash in front
     * @param headers each with its line break
     * @return all octets of the answer
     */
    public String answer(String path, String headers) throws IOException {
        return answer("GET", path, headers);
    }

    /**
     * Sends a request line and headers, octet by octet as they are.
     *
     * @param path application and path, without a slash in front
     * @param headers each with its line break
     * @return all octets of the answer
     */
    public String answer(String method, String path, String headers) throws IOException {
        String request =
                method + " /" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(NO_ANSWER_MILLIS);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        services.forEach(CognitoService::close);
    }

    private static final class Resource extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("served");
        }
    }
}
