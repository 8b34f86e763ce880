package org.cognito4j.it;

import java.util.List;
import java.util.Locale;
import org.cognito4j.it.app.AnnotatedServlet;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A way to use the module in an application. The system property {@code cognito4j.it.form} names the one under test; the
 * tests are the same for all.
 *
 * <p>What a form does not have is told by the tags of {@link NeedsJakartaSecurity}, {@link NeedsRest} and {@link
 * NeedsConstraints}, which the run of a form excludes.
 */
enum Form {
    /** The mechanism of Jakarta Security, in an application with CDI and JAX-RS resources. */
    MECHANISM(
            "web.xml",
            List.of("org.cognito4j.it.app.security", "org.cognito4j.it.app.rest", "org.cognito4j.it.app.beans")) {
        @Override
        WebArchive build(WebArchive war) {
            return super.build(war).addAsWebInfResource("contract/beans.xml", "beans.xml");
        }
    },

    /** The jar alone, in an application of servlets that is protected by container constraints. */
    BARE("web.xml", List.of()),

    /** The filter, in an application of servlets, with nothing of the jar but what the filter needs. */
    FILTER("web-filter.xml", List.of("org.cognito4j.it.app.filter")) {
        @Override
        WebArchive build(WebArchive war) {
            return super.build(war).deleteClass(AnnotatedServlet.class);
        }
    };

    /** The one under test, {@link #MECHANISM} unless it is told. */
    static final Form CURRENT =
            valueOf(System.getProperty("cognito4j.it.form", MECHANISM.name()).toUpperCase(Locale.ROOT));

    private final String webXml;
    private final List<String> packages;

    Form(String webXml, List<String> packages) {
        this.webXml = webXml;
        this.packages = packages;
    }

    /** The resource with the form's {@code web.xml}. */
    String webXml() {
        return "/contract/" + webXml;
    }

    /** Adds the classes of the application, those that every form has and its own. */
    WebArchive build(WebArchive war) {
        packages.forEach(war::addPackage);
        return war.addPackage("org.cognito4j.it.app");
    }

    boolean hasJakartaSecurity() {
        return packages.contains("org.cognito4j.it.app.security");
    }

    boolean hasRest() {
        return packages.contains("org.cognito4j.it.app.rest");
    }
}
