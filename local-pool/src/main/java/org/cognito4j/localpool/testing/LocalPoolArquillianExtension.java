package org.cognito4j.localpool.testing;

import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** What {@link WithLocalPool} does in Arquillian; found by it through the service loader. */
public final class LocalPoolArquillianExtension implements LoadableExtension {

    /** Called by Arquillian. */
    public LocalPoolArquillianExtension() {}

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(ApplicationArchiveProcessor.class, DeploymentConfigurer.class);
    }
}
