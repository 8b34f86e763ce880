package org.cognito4j.jetty;

import jakarta.enterprise.inject.spi.BeanManager;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Binds the bean manager where Soteria looks for it, and where Jakarta EE servers have it. */
final class BeanManagerBinding {

    private BeanManagerBinding() {}

    /** Binds into the naming context of the current application, which ends with the application. */
    static void bind(BeanManager beanManager) throws NamingException {
        Context component = (Context) new InitialContext().lookup("java:comp");
        component.rebind("BeanManager", beanManager);
    }
}
