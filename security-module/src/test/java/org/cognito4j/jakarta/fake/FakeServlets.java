package org.cognito4j.jakarta.fake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much of a servlet container as a filter sees, all of it open to the tests. */
public final class FakeServlets {

    public final Map<String, String> contextParameters = new HashMap<>();
    public final Map<String, String> filterParameters = new HashMap<>();
    public final Map<String, Object> contextAttributes = new HashMap<>();
    public final Map<String, Object> attributes = new HashMap<>();
    public final Map<String, String> responseHeaders = new TreeMap<>();
    public List<String> authorization = List.of();
    public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final Map<String, byte[]> resources = new HashMap<>();
    public final Map<String, String> realPaths = new HashMap<>();
    public List<Class<? extends HttpServlet>> servlets = List.of();
    public String filterClass = "org.example.Filter";
    public List<String> filterPatterns = List.of("/*");
    public List<String> filterServlets = List.of();
    public List<String> otherPatterns = List.of("/*");
    public String contextPath = "/fake";

    public @Nullable String displayName;

    public String method = "GET";
    public DispatcherType dispatcher = DispatcherType.REQUEST;
    public String servletName = "any";
    public String servletPath = "/any";
    public int status = 200;
    public boolean containerLoggedOut;
    public boolean containerForgetsItsPolicy;
    public Set<String> containerRoles = Set.of();
    public final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public @Nullable Principal principal;

    public @Nullable String webXml;

    /** The class of a second filter. */
    public @Nullable String otherFilter;

    public String otherName = "cache";

    /** The pattern of all servlets; by default each has one of its own. */
    public @Nullable String servletMapping;

    public @Nullable Throwable failure;

    public ServletContext context() {
        return fake(ServletContext.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getInitParameterNames" -> Collections.enumeration(contextParameters.keySet());
            case "getInitParameter" -> contextParameters.get(arguments[0]);
            case "getClassLoader" -> FakeServlets.class.getClassLoader();
            case "getContextPath" -> contextPath;
            case "getServletContextName" -> displayName;
            case "getAttribute" -> contextAttributes.get(arguments[0]);
            case "setAttribute" -> contextAttributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> contextAttributes.remove(arguments[0]);
            case "getFilterRegistrations" -> filterRegistrations();
            case "getServletRegistrations" -> servletRegistrations();
            case "getServletRegistration" -> servletRegistrations().get(arguments[0]);
            case "getRealPath" -> realPaths.get(arguments[0]);
            case "getResource" -> resources.containsKey(arguments[0]) ? new URL("file:" + arguments[0]) : null;
            case "getResourcePaths" ->
                resources.keySet().stream()
                        .filter(path -> path.startsWith((String) arguments[0]))
                        .collect(Collectors.toSet());
            case "getResourceAsStream" ->
                resources.containsKey(arguments[0])
                        ? new ByteArrayInputStream(resources.get(arguments[0]))
                        : webXml == null ? null : new ByteArrayInputStream(webXml.getBytes(StandardCharsets.UTF_8));
            default -> throw new AssertionError("the application was asked for " + called.getName());
        });
    }

    private Map<String, ServletRegistration> servletRegistrations() {
        return servlets.stream()
                .collect(Collectors.toMap(
                        Class::getName,
                        servlet -> fake(
                                ServletRegistration.class,
                                (proxy, called, arguments) -> called.getReturnType() == String.class
                                        ? servlet.getName()
                                        : List.of(
                                                servletMapping == null
                                                        ? "/" + servlet.getSimpleName()
                                                        : servletMapping))));
    }

    private Map<String, FilterRegistration> filterRegistrations() {
        FilterRegistration own = registration("filter", filterClass, filterPatterns);
        return otherFilter == null
                ? Map.of("filter", own)
                : Map.of("filter", own, otherName, registration(otherName, otherFilter, otherPatterns));
    }

    private FilterRegistration registration(String name, String className, List<String> patterns) {
        return fake(FilterRegistration.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getInitParameters" -> filterParameters;
            case "getInitParameter" -> filterParameters.get(arguments[0]);
            case "getName" -> name;
            case "getClassName" -> className;
            case "getUrlPatternMappings" -> patterns;
            case "getServletNameMappings" -> name.equals("filter") ? filterServlets : List.of();
            default -> throw new AssertionError("the registration was asked for " + called.getName());
        });
    }

    public FilterConfig filter(ServletContext context, String name, Map<String, String> parameters) {
        return fake(FilterConfig.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
            case "getInitParameter" -> parameters.get(arguments[0]);
            case "getFilterName" -> name;
            case "getServletContext" -> context;
            default -> throw new AssertionError("the filter was asked for " + called.getName());
        });
    }

    public HttpServletRequest request() {
        HttpServletMapping mapping = fake(HttpServletMapping.class, (proxy, called, arguments) -> servletName);
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getHeaders" -> headers();
            case "getHeader" -> requestHeaders.get(arguments[0]);
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            case "getMethod" -> method;
            case "getDispatcherType" -> dispatcher;
            case "getUserPrincipal" -> principal;
            case "getHttpServletMapping" -> mapping;
            case "isUserInRole" -> isUserInRole(arguments[0]);
            case "isAsyncStarted" -> false;
            case "getAuthType" -> "BASIC";
            case "startAsync" -> null;
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> null;
            case "getContextPath" -> contextPath;
            case "getRequestURI" -> contextPath + servletPath;
            case "getServletContext" -> context();
            case "authenticate" -> true;
            case "logout" -> containerLoggedOut = true;
            default -> throw new AssertionError("the request was asked for " + called.getName());
        });
    }

    private boolean isUserInRole(Object role) {
        if (containerForgetsItsPolicy) {
            throw new NullPointerException("no policy, says GlassFish 8 in other threads");
        }
        return containerRoles.contains(role);
    }

    private @Nullable Object headers() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return authorization == null ? null : Collections.enumeration(authorization);
    }

    public HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
            case "setStatus" -> status = (Integer) arguments[0];
            case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> responseHeaders.put("Content-Length", String.valueOf(arguments[0]));
            case "getOutputStream" -> body();
            case "isCommitted" -> false;
            default -> throw new AssertionError("the response was asked for " + called.getName());
        });
    }

    private ServletOutputStream body() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError("nothing here is asynchronous");
            }
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(
                FakeServlets.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    Object answer = behaviour.invoke(proxy, called, arguments);
                    return called.getReturnType() == void.class ? null : answer;
                }));
    }
}
