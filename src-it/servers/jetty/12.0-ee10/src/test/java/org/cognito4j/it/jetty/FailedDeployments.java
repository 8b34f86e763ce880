package org.cognito4j.it.jetty;

import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.jboss.arquillian.container.jetty.embedded_12_ee10.WebAppContextProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/** Tells Arquillian of a failed deployment. Left to itself, this container goes on and answers 503 to every test. */
public final class FailedDeployments implements LoadableExtension, WebAppContextProcessor {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(WebAppContextProcessor.class, FailedDeployments.class);
    }

    @Override
    public void process(WebAppContext application, Archive<?> archive) {
        application.setThrowUnavailableOnStartupException(true);
    }
}
