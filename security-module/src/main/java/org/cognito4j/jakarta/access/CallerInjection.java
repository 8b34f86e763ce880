package org.cognito4j.jakarta.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.function.Supplier;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Makes what applications inject: views of the current caller. A view finds the caller anew for each question, so it may
 * be kept by objects of any life: session beans from a pool, servlets, session-scoped beans.
 */
@ApplicationScoped
public class CallerInjection {

    private final @Nullable CurrentCaller caller;

    /** For the container's proxy. */
    CallerInjection() {
        this.caller = null;
    }

    @Inject
    CallerInjection(CurrentCaller caller) {
        this.caller = caller;
    }

    /** Not to be taken for the container's own {@code Principal}. */
    @Produces
    @Dependent
    @Typed(CognitoPrincipal.class)
    CognitoPrincipal principal() {
        return new InjectedPrincipal(caller);
    }

    @Produces
    @Dependent
    AccessToken accessToken() {
        return AccessToken.ofCurrentCaller(new TokenOfCaller(caller));
    }

    /** Serializable, as the view is a field of beans that a server may store. */
    @SuppressWarnings("serial") // the proxy of an application scoped bean, which is serializable
    private record TokenOfCaller(CurrentCaller caller) implements Supplier<AccessToken>, Serializable {

        @Override
        public AccessToken get() {
            return caller.principal().accessToken();
        }
    }
}
