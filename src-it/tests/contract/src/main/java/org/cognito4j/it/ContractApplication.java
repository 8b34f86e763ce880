package org.cognito4j.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * The application under test as a WAR, in the form under test.
 *
 * <p>A server that brings Jakarta Security itself gets the classes alone. For one that does not, the system property
 * {@code cognito4j.it.libraries-war} names a WAR with the libraries to add.
 */
final class ContractApplication {

    private ContractApplication() {}

    /** The application that trusts the suite's pool. */
    static WebArchive named(String name) {
        return named(name, Settings.trusting(Pools.TRUSTED), Settings.NONE);
    }

    /**
     * The application with settings of its own.
     *
     * @param properties what stands in {@code microprofile-config.properties}
     * @param parameters what stands in {@code web.xml}
     */
    static WebArchive named(String name, Settings properties, Settings parameters) {
        return named(name, System.getProperty("cognito4j.it.libraries-war"), properties, parameters);
    }

    /** The application that trusts the suite's pool, with the libraries of another WAR than the usual one. */
    static WebArchive with(String libraries, String name) {
        return named(name, libraries, Settings.trusting(Pools.TRUSTED), Settings.NONE);
    }

    private static WebArchive named(String name, @Nullable String libraries, Settings properties, Settings parameters) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war");
        if (libraries != null) {
            war = war.merge(ShrinkWrap.createFromZipFile(WebArchive.class, new File(libraries)));
        }
        return Form.CURRENT
                .build(war)
                .addAsResource(properties.asProperties(), "META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset(webXml(parameters)));
    }

    private static String webXml(Settings parameters) {
        try (InputStream template = ContractApplication.class.getResourceAsStream(Form.CURRENT.webXml())) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("</web-app>", parameters.asContextParameters() + "</web-app>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
