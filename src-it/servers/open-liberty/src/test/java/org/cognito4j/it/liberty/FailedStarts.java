package org.cognito4j.it.liberty;

import java.nio.file.Path;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Ends a deployment as soon as Open Liberty has logged that the application was not started. Left to itself, the adapter waits
 * for such an application until its time is over.
 */
public final class FailedStarts implements LoadableExtension {

    /** Made by Arquillian. */
    public FailedStarts() {}

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(FailedStarts.class);
    }

    void deploy(@Observes EventContext<DeployDeployment> deployment) {
        String archive = deployment
                .getEvent()
                .getDeployment()
                .getDescription()
                .getArchive()
                .getName();
        Path log = Path.of(System.getProperty("cognito4j.it.server-logs"), "messages.log");
        try (StartWatch watch = StartWatch.of(archive.replaceFirst("\\.war$", ""), log)) {
            watch.start();
            deployment.proceed();
        }
    }
}
