package org.cognito4j.localpool.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.LocalPool;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/** Points the deployment of a test with {@link WithLocalPool} at its pool; what the deployment says else stays. */
final class DeploymentConfigurer implements ApplicationArchiveProcessor {
    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

    @Override
    public void process(Archive<?> archive, TestClass testClass) {
        RunningPools.owner(testClass.getJavaClass()).ifPresent(owner -> configure(archive, RunningPools.of(owner)));
    }

    private static void configure(Archive<?> archive, LocalPool pool) {
        ArchivePath path =
                ArchivePaths.create(archive instanceof WebArchive ? "WEB-INF/classes/" + CONFIGURATION : CONFIGURATION);
        Properties properties = present(archive.get(path));
        properties.setProperty("cognito.user-pool-id", pool.userPoolId());
        properties.setProperty(
                "cognito.client-ids",
                pool.clients().stream().map(AppClient::clientId).collect(Collectors.joining(",")));
        properties.setProperty("cognito.issuers", pool.issuer());
        properties.setProperty("cognito.jwks-uri", pool.keySetAddress().toString());
        properties.setProperty("cognito.allow-loopback-http", "true");
        archive.delete(path);
        archive.add(new StringAsset(text(properties)), path);
    }

    private static Properties present(@Nullable Node node) {
        Properties properties = new Properties();
        if (node != null) {
            try (InputStream text = node.getAsset().openStream()) {
                properties.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException("The deployment's " + CONFIGURATION + " cannot be read", e);
            }
        }
        return properties;
    }

    private static String text(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("A writer in memory does not fail", e);
        }
        return text.toString();
    }
}
