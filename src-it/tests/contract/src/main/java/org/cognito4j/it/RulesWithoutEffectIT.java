package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications with a rule that protects nothing: each must not start, and a message has to name the rule. */
@ExtendWith(ArquillianExtension.class)
class RulesWithoutEffectIT {

    /** Named, not used: what tests send requests with has no class of the module. */
    private static final String FRONT = "org.cognito4j.it.front";

    private static final String FILTER = "<filter><filter-name>orders</filter-name>"
            + "<filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class></filter>";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "complete", managed = false, testable = false)
    static WebArchive complete() {
        return application("complete", " metadata-complete=\"true\"", "").addPackage(FRONT);
    }

    @Deployment(name = "left-out", managed = false, testable = false)
    static WebArchive leftOut() {
        JavaArchive library =
                ShrinkWrap.create(JavaArchive.class, "left-out.jar").addPackage(FRONT);
        String filter = FILTER + mapping("<url-pattern>/read/*</url-pattern>");
        return application("left-out", "", "<absolute-ordering/>" + filter).addAsLibrary(library);
    }

    @Deployment(name = "unmapped", managed = false, testable = false)
    static WebArchive unmapped() {
        return application("unmapped", "", FILTER);
    }

    @Deployment(name = "exact", managed = false, testable = false)
    static WebArchive exact() {
        return application("exact", "", FILTER + mapping("<url-pattern>/star*</url-pattern>"));
    }

    @Deployment(name = "forwarded", managed = false, testable = false)
    static WebArchive forwarded() {
        return application(
                "forwarded",
                "",
                FILTER + mapping("<url-pattern>/read/*</url-pattern><dispatcher>FORWARD</dispatcher>"));
    }

    @Deployment(name = "missing-servlet", managed = false, testable = false)
    static WebArchive missingServlet() {
        return application("missing-servlet", "", FILTER + mapping("<servlet-name>order</servlet-name>"));
    }

    @Deployment(name = "twice", managed = false, testable = false)
    static WebArchive twice() {
        WebArchive war = application("twice", "", "");
        war.getContent().entrySet().stream()
                .filter(entry -> entry.getKey().get().matches("/WEB-INF/lib/cognito4j-security.*\\.jar"))
                .map(Map.Entry<ArchivePath, Node>::getValue)
                .toList()
                .forEach(jar -> war.add(jar.getAsset(), "/WEB-INF/lib/another-copy.jar"));
        return war;
    }

    private static WebArchive application(String name, String attribute, String content) {
        return ContractApplication.named("rules-" + name)
                .setWebXML(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\""
                        + attribute + ">" + content + "</web-app>"));
    }

    private static String mapping(String content) {
        return "<filter-mapping><filter-name>orders</filter-name>" + content + "</filter-mapping>";
    }

    @Test
    void are_refused_where_a_complete_descriptor_hides_an_annotated_filter() {
        assertEnds("complete", FRONT + ".AnnotatedFilter", "metadata-complete");
    }

    @Test
    void are_refused_where_an_ordering_leaves_an_annotated_filter_out() {
        assertEnds("left-out", FRONT + ".AnnotatedFilter", "left-out.jar");
    }

    @Test
    void are_refused_where_a_filter_has_no_mapping() {
        assertEnds("unmapped", "filter orders", "no mapping");
    }

    @Test
    void are_refused_where_a_wildcard_is_a_literal() {
        assertEnds("exact", "/star*");
    }

    @Test
    void are_refused_where_a_filter_is_for_dispatches_alone() {
        assertEnds("forwarded", "filter orders", "FORWARD");
    }

    @Test
    void are_refused_where_a_filter_is_for_a_servlet_that_is_missing() {
        assertEnds("missing-servlet", "order");
    }

    @Test
    void are_refused_where_there_are_two_copies_of_the_jar() {
        assertEnds("twice", "2 copies", "another-copy.jar", "cognito4j-security");
    }

    private void assertEnds(String name, String... parts) {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(name));
            if (failure == null) {
                deployer.undeploy(name);
            }
            assertThat(failure).as("the deployment fails").isNotNull();

            String told = Throwables.getStackTrace(failure);
            await().untilAsserted(() -> assertThat(Stream.concat(Stream.of(told), log.records().stream()))
                    .anySatisfy(message -> assertThat(message).contains(parts)));
        }
    }
}
