package com.ibm.ws.webcontainer;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Stands in for what Open Liberty makes of an application: the module knows the server by the package. */
public final class LibertyApplication {

    private LibertyApplication() {}

    /** Not public, so that its proxies are in this package, too. */
    interface Context extends ServletContext {}

    private static final class Loader extends ClassLoader {

        Loader(ClassLoader parent) {
            super(parent);
        }
    }

    public static ServletContext context(InvocationHandler behaviour) {
        return (ServletContext) Proxy.newProxyInstance(
                LibertyApplication.class.getClassLoader(), new Class<?>[] {Context.class}, behaviour);
    }

    public static ClassLoader loader() {
        return new Loader(LibertyApplication.class.getClassLoader());
    }
}
