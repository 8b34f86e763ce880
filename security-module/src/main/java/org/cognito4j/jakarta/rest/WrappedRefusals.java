package org.cognito4j.jakarta.rest;

import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.cognito4j.jakarta.access.AccessRefused;
import org.cognito4j.jakarta.access.AccessRefusedFilter;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link AccessRefused} in the exceptions that enterprise beans, proxies and futures put around others. Needed on RESTEasy,
 * which answers every unknown exception with 500; other implementations of JAX-RS let them through to {@link
 * AccessRefusedFilter}.
 */
final class WrappedRefusals {

    private static final String RESTEASY_DEFAULT = "org.jboss.resteasy.core.providerfactory.DefaultExceptionMapper";

    private WrappedRefusals() {}

    /** Registers the mappers where they are needed. */
    static void addTo(FeatureContext configuration) {
        if (isResteasy(configuration.getConfiguration().getClass().getClassLoader())) {
            configuration.register(OfFuture.class).register(OfTask.class).register(OfProxy.class);
            if (ClassPresence.of("jakarta.ejb.EJBException")) {
                configuration.register(OfEnterpriseBean.class);
            }
        }
    }

    private static boolean isResteasy(@Nullable ClassLoader implementation) {
        try {
            Class.forName(RESTEASY_DEFAULT, false, implementation);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Answers a refusal, or leaves the exception to the mapper that would have it otherwise. */
    private static <E extends Exception> Response answer(E failure, Class<? super E> general, Providers others) {
        Optional<AccessRefused> refused = AccessRefused.within(failure);
        if (refused.isPresent()) {
            return new AccessRefusedMapper().toResponse(refused.get());
        }
        ExceptionMapper<? super E> mapper = mapperFor(general, others);
        return mapper == null ? Response.serverError().build() : mapper.toResponse(failure);
    }

    @SuppressWarnings("unchecked") // a mapper of a superclass maps the exception as well
    private static <E extends Exception> @Nullable ExceptionMapper<? super E> mapperFor(
            Class<? super E> general, Providers others) {
        return (ExceptionMapper<? super E>) others.getExceptionMapper(general.asSubclass(Throwable.class));
    }

    /** For enterprise beans. */
    public static final class OfEnterpriseBean implements ExceptionMapper<EJBException> {

        @Context
        private @Nullable Providers others;

        @Context
        private @Nullable HttpServletRequest request;

        @Override
        public Response toResponse(EJBException failure) {
            if (request != null) {
                AccessRefusedFilter.noteEnterpriseBean(failure, request);
            }
            return answer(failure, RuntimeException.class, others);
        }
    }

    /** For {@code CompletableFuture.join}. */
    public static final class OfFuture implements ExceptionMapper<CompletionException> {

        @Context
        private @Nullable Providers others;

        @Override
        public Response toResponse(CompletionException failure) {
            return answer(failure, RuntimeException.class, others);
        }
    }

    /** For {@code Future.get}. */
    public static final class OfTask implements ExceptionMapper<ExecutionException> {

        @Context
        private @Nullable Providers others;

        @Override
        public Response toResponse(ExecutionException failure) {
            return answer(failure, Exception.class, others);
        }
    }

    /** For proxies of interfaces. */
    public static final class OfProxy implements ExceptionMapper<UndeclaredThrowableException> {

        @Context
        private @Nullable Providers others;

        @Override
        public Response toResponse(UndeclaredThrowableException failure) {
            return answer(failure, RuntimeException.class, others);
        }
    }
}
