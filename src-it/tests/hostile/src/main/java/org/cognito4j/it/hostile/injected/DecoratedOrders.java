package org.cognito4j.it.hostile.injected;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Is decorated with the caller, once for all callers. */
@ApplicationScoped
public class DecoratedOrders implements Orders {

    @Override
    public String find(String caller) {
        return "no caller";
    }

    /** Adds the caller. */
    @Decorator
    @Priority(1)
    public static class WithCaller implements Orders {

        @Inject
        @Delegate
        private Orders orders;

        @Inject
        private CognitoPrincipal principal;

        @Override
        public String find(String caller) {
            return orders.find(caller) + Secret.of(principal.getName());
        }
    }
}
