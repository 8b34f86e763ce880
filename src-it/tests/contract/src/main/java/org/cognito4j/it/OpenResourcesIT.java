package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.cognito4j.it.overlooked.Outer;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The start says which resources ask for nothing. */
@ExtendWith(ArquillianExtension.class)
class OpenResourcesIT {

    private static final String OPEN = "servlet " + Outer.class.getName() + "$Plain at /plain";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "open", managed = false, testable = false)
    static WebArchive open() {
        return application("open-resources", Settings.trusting(Pools.TRUSTED));
    }

    @Deployment(name = "required", managed = false, testable = false)
    static WebArchive required() {
        return application(
                "required-resources", Settings.trusting(Pools.TRUSTED).with("cognito.require-token", "/*"));
    }

    private static WebArchive application(String name, Settings settings) {
        return ContractApplication.named(name, settings.with("cognito.audit", "off"), Settings.NONE)
                .addPackage(Outer.class.getPackage())
                .deletePackage("org.cognito4j.it.app.beans")
                .deletePackage("org.cognito4j.it.app.rest")
                .setWebXML(new StringAsset("""
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <security-constraint>
                        <web-resource-collection>
                          <web-resource-name>all others</web-resource-name>
                          <url-pattern>/*</url-pattern>
                        </web-resource-collection>
                        <auth-constraint><role-name>read</role-name></auth-constraint>
                      </security-constraint>
                      <security-constraint>
                        <web-resource-collection>
                          <web-resource-name>open</web-resource-name>
                          <url-pattern>/plain</url-pattern>
                        </web-resource-collection>
                      </security-constraint>
                      <security-role><role-name>read</role-name></security-role>
                      <security-role><role-name>write</role-name></security-role>
                    </web-app>
                    """));
    }

    @Test
    void names_an_open_servlet() {
        try (ServerLog log = ServerLog.open()) {
            deployer.deploy("open");
            await().until(() -> log.records().stream()
                    .anyMatch(line -> line.contains("cognito4j found 1 open resource in") && line.contains(OPEN)));
            deployer.undeploy("open");
        }
    }

    @Test
    void finds_none_where_every_path_needs_a_token() {
        try (ServerLog log = ServerLog.open()) {
            deployer.deploy("required");
            await().until(() ->
                    log.records().stream().anyMatch(line -> line.contains("cognito4j found no open resource in")));
            deployer.undeploy("required");
            assertThat(log.records()).noneMatch(line -> line.contains(OPEN));
        }
    }
}
