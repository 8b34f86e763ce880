package org.cognito4j.it;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application that is configured by an annotation with an expression in it. Where nothing else brings an
 * implementation of the expression language, the system property {@code cognito4j.it.expression-language-jar} names one.
 */
@NeedsJakartaSecurity
class DefinitionIT extends ConfiguredForm {

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = ContractApplication.named("definition", Settings.whereabouts(Pools.TRUSTED), Settings.NONE)
                .addPackage("org.cognito4j.it.definition");
        String expressionLanguage = System.getProperty("cognito4j.it.expression-language-jar");
        return expressionLanguage == null ? war : war.addAsLibrary(new File(expressionLanguage));
    }
}
