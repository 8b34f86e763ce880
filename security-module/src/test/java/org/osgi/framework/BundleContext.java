package org.osgi.framework;

/** Stands in for OSGi's interface of this name, as far as the module knows it. */
public interface BundleContext {

    ServiceReference<?> getServiceReference(String name);

    <S> S getService(ServiceReference<S> reference);

    boolean ungetService(ServiceReference<?> reference);
}
