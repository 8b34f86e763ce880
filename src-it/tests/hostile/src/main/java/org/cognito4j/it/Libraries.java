package org.cognito4j.it;

import java.io.File;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What a hostile application has in {@code WEB-INF/lib}. */
enum Libraries {
    /** The module and what its pom names. */
    JAR_ALONE("cognito4j.it.jar-alone-war", path -> true),
    /** The module with CDI, JAX-RS and Jakarta Security, where the server does not have them. */
    JAKARTA_SECURITY("cognito4j.it.libraries-war", path -> true),
    /** The same without Jakarta Security. */
    CDI_WITHOUT_JAKARTA_SECURITY(
            "cognito4j.it.libraries-war",
            path -> !path.contains("soteria") && !path.contains("security.enterprise") && !path.contains("nimbus"));

    private final String property;
    private final Predicate<String> kept;

    Libraries(String property, Predicate<String> kept) {
        this.property = property;
        this.kept = kept;
    }

    WebArchive war(String id) {
        WebArchive libraries = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty(property)));
        return ShrinkWrap.create(WebArchive.class, id + ".war").merge(libraries, this::isKept);
    }

    private boolean isKept(ArchivePath path) {
        return kept.test(path.get());
    }
}
