package org.cognito4j.it;

import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.TargetDescription;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;

/** Gives Arquillian a deployment for each hostile application, which the test deploys and undeploys itself. */
public final class HostileDeployments implements LoadableExtension, DeploymentScenarioGenerator {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, HostileDeployments.class);
    }

    @Override
    public List<DeploymentDescription> generate(TestClass test) {
        if (!test.getJavaClass().equals(HostileIT.class)) {
            return List.of();
        }
        return HostileApplications.onThisServer()
                .map(HostileDeployments::description)
                .toList();
    }

    private static DeploymentDescription description(HostileApplication application) {
        return new DeploymentDescription(application.id(), application.archive())
                .shouldBeManaged(false)
                .shouldBeTestable(false)
                .setTarget(TargetDescription.DEFAULT)
                .setProtocol(ProtocolDescription.DEFAULT);
    }
}
