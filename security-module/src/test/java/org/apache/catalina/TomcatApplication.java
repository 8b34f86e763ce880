package org.apache.catalina;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Stands in for what Tomcat makes of an application: the module knows the server by the package. */
public final class TomcatApplication {

    private TomcatApplication() {}

    /** Not public, so that its proxies are in this package, too. */
    interface Context extends ServletContext {}

    private static final class Loader extends ClassLoader {

        Loader(ClassLoader parent) {
            super(parent);
        }
    }

    public static ServletContext context(InvocationHandler behaviour) {
        return (ServletContext) Proxy.newProxyInstance(
                TomcatApplication.class.getClassLoader(), new Class<?>[] {Context.class}, behaviour);
    }

    public static ClassLoader loader() {
        return new Loader(TomcatApplication.class.getClassLoader());
    }
}
