package org.cognito4j.server.soteria;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.spi.ObjectFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives Soteria the bean manager of the application that is asking, as {@code java:comp/env/BeanManager}. Weld's own factory finds
 * none where no class of {@code WEB-INF/classes} is a bean. Named in {@code META-INF/context.xml}, used by Tomcat alone.
 * Thread-safe.
 */
public final class BeanManagerFactory implements ObjectFactory {

    /** Made by Tomcat. */
    public BeanManagerFactory() {}

    /**
     * Returns the bean manager.
     *
     * @throws IllegalStateException if the application has no CDI
     */
    @Override
    public Object getObjectInstance(
            @Nullable Object reference,
            @Nullable Name name,
            @Nullable Context context,
            @Nullable Hashtable<?, ?> environment) {
        return CDI.current().getBeanManager();
    }
}
