package org.cognito4j.localpool.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.cognito4j.localpool.LocalPool;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@WithLocalPool(definition = "orders.yaml")
class DefinedPoolTest {
    private static final String IN_A_WAR = "WEB-INF/classes/META-INF/microprofile-config.properties";

    @Test
    void takes_the_pool_from_a_file_beside_the_class(LocalPool pool) {
        assertThat(pool.userPoolId()).isEqualTo("eu-central-1_Orders");
        assertThat(pool.client("billing").allowedScopes()).containsExactly("orders/read");
    }

    @Test
    void points_a_war_at_the_pool_and_keeps_its_other_settings(LocalPool pool) throws IOException {
        WebArchive war = ShrinkWrap.create(WebArchive.class)
                .add(new StringAsset("cognito.realm=orders\ncognito.client-ids=other"), IN_A_WAR);

        new DeploymentConfigurer().process(war, new TestClass(DefinedPoolTest.class));

        Properties configuration = read(war, IN_A_WAR);
        assertThat(configuration)
                .containsEntry("cognito.realm", "orders")
                .containsEntry("cognito.user-pool-id", "eu-central-1_Orders")
                .containsEntry("cognito.client-ids", pool.client("billing").clientId())
                .containsEntry("cognito.issuers", pool.issuer())
                .containsEntry("cognito.jwks-uri", pool.keySetAddress().toString())
                .containsEntry("cognito.allow-loopback-http", "true");
    }

    @Test
    void points_a_jar_at_the_pool() throws IOException {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class);

        new DeploymentConfigurer().process(jar, new TestClass(DefinedPoolTest.class));

        assertThat(read(jar, "META-INF/microprofile-config.properties")).containsKey("cognito.issuers");
    }

    @Test
    void leaves_the_deployments_of_other_tests_alone() {
        WebArchive war = ShrinkWrap.create(WebArchive.class);

        new DeploymentConfigurer().process(war, new TestClass(String.class));

        assertThat(war.getContent()).isEmpty();
    }

    private static Properties read(Archive<?> archive, String path) throws IOException {
        Properties properties = new Properties();
        try (InputStream text = archive.get(path).getAsset().openStream()) {
            properties.load(text);
        }
        return properties;
    }
}
