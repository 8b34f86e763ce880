package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that want no role out of place. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class StrictAuditIT {

    private static final Settings STRICT = Settings.NONE.with("cognito.audit", "strict");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "role-missing", managed = false, testable = false)
    static WebArchive withRoleThatNobodyCanGet() {
        return AuditedApplication.named("role-missing", STRICT);
    }

    @Deployment(name = "role-unused", managed = false, testable = false)
    static WebArchive withRoleThatLeadsNowhere() {
        return AuditedApplication.named(
                "role-unused",
                STRICT.with("cognito.roles.\"write\"", "write").with("cognito.roles.\"ghost\"", "ghost"));
    }

    @Deployment(name = "roles-right", managed = false, testable = false)
    static WebArchive withEveryRoleInPlace() {
        return AuditedApplication.named("roles-right", STRICT.with("cognito.roles.\"write\"", "write"));
    }

    @Test
    void are_not_deployed_if_nobody_can_get_a_role() {
        assertThatThrownBy(() -> deployer.deploy("role-missing")).isNotNull();
    }

    @Test
    void are_not_deployed_if_a_role_leads_nowhere() {
        assertThatThrownBy(() -> deployer.deploy("role-unused")).isNotNull();
    }

    @Test
    void are_deployed_if_every_role_is_in_place() {
        assertThatCode(() -> deployer.deploy("roles-right")).doesNotThrowAnyException();
        deployer.undeploy("roles-right");
    }
}
