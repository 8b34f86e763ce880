package org.osgi.framework;

/** Stands in for OSGi's interface of this name, as far as the module knows it. */
public interface ServiceReference<S> {}
