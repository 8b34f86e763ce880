package org.cognito4j.arquillian.jetty;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of this container. Found by Arquillian itself as soon as this jar is on the class path. */
public final class JettyContainerExtension implements LoadableExtension {

    /** Made by Arquillian. */
    public JettyContainerExtension() {}

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, JettyContainer.class);
    }
}
