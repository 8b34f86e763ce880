package org.cognito4j.server.jetty;

import jakarta.enterprise.inject.spi.BeanManager;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Binds the bean manager where Soteria looks for it, and where Jakarta EE servers have it. */
final class BeanManagerBinding {

    private static final String NAME = "BeanManager";

    private BeanManagerBinding() {}

    /** Binds into the naming context of the current application. */
    static void bind(BeanManager beanManager) throws NamingException {
        component().rebind(NAME, beanManager);
    }

    /**
     * Takes it out again: Jetty never forgets that context by itself as long as it holds something of the application.
     *
     * <p>Jetty locks the context once the application has started: {@code unbind} is refused until the application is gone.
     * {@code destroySubcontext} is not and takes out whatever is bound; so Jetty does with its own {@code java:comp/env}.
     */
    static void unbind() throws NamingException {
        component().destroySubcontext(NAME);
    }

    private static Context component() throws NamingException {
        return (Context) new InitialContext().lookup("java:comp");
    }
}
