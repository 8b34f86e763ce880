package org.cognito4j.server.jetty;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The servlet request and response behind Jetty's core ones.
 *
 * <p>Jetty has a copy of these classes per Jakarta EE version ({@code ee10}, {@code ee11}) and one jar serves them all:
 * so they are looked up by name, once per application.
 */
final class ServletView {

    private final Class<? extends Request> contextRequest;
    private final Method contextRequestOf;
    private final Method servletApiRequest;
    private final Method servletApiResponse;
    private final Class<?> coreRequest;
    private final Method coreServletRequest;
    private final Class<?> coreResponse;
    private final Method coreServletResponse;

    private ServletView(String servletPackage, ClassLoader jetty) throws ReflectiveOperationException {
        contextRequest = Class.forName(servletPackage + ".ServletContextRequest", false, jetty)
                .asSubclass(Request.class);
        contextRequestOf = contextRequest.getMethod("getServletContextRequest", ServletRequest.class);
        servletApiRequest = contextRequest.getMethod("getServletApiRequest");
        servletApiResponse = contextRequest.getMethod("getHttpServletResponse");
        coreRequest = Class.forName(servletPackage + ".ServletCoreRequest", false, jetty);
        coreServletRequest = coreRequest.getMethod("getServletRequest");
        coreResponse = Class.forName(servletPackage + ".ServletCoreResponse", false, jetty);
        coreServletResponse = coreResponse.getMethod("getServletResponse");
    }

    static ServletView of(ServletContext context) throws ReflectiveOperationException {
        for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().endsWith(".ServletContextHandler$ServletContextApi")) {
                return new ServletView(type.getPackageName(), type.getClassLoader());
            }
        }
        throw new ClassNotFoundException("The servlet layer of " + context.getClass());
    }

    /** The request, with the application's wrappers if a servlet asked for the authentication. */
    HttpServletRequest request(Request request) throws ReflectiveOperationException {
        return coreRequest.isInstance(request)
                ? (HttpServletRequest) coreServletRequest.invoke(request)
                : (HttpServletRequest) servletApiRequest.invoke(Request.as(request, contextRequest));
    }

    /** The response, with the application's wrappers if a servlet asked for the authentication. */
    HttpServletResponse response(Request request, Response response) throws ReflectiveOperationException {
        return coreResponse.isInstance(response)
                ? (HttpServletResponse) coreServletResponse.invoke(response)
                : (HttpServletResponse) servletApiResponse.invoke(Request.as(request, contextRequest));
    }

    /** The core request behind a servlet request, wrapped or not. */
    Request core(HttpServletRequest request) throws ReflectiveOperationException {
        return (Request) contextRequestOf.invoke(null, request);
    }
}
