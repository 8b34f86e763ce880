package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.util.Throwables;
import org.cognito4j.it.HostileApplication.Outcome;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications in many styles: each protects what its author declared, or its deployment ends with a message. */
@Tag("hostile")
@ExtendWith(ArquillianExtension.class)
class HostileIT {

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("neighbour")
    private URL neighbour;

    /** Stays deployed, and so gives the address of the server. */
    @Deployment(name = "neighbour", testable = false)
    static WebArchive neighbour() {
        return ShrinkWrap.create(WebArchive.class, "neighbour.war").addPackage("org.cognito4j.it.plain");
    }

    static Stream<HostileApplication> applications() {
        return HostileApplications.onThisServer();
    }

    @Test
    void are_as_many_as_this_server_can_run() {
        assertThat(applications()).hasSize(HostileServer.current().applications());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void are_protected_or_end_their_deployment_with_a_message(HostileApplication application)
            throws MalformedURLException {
        try (ServerLog log = ServerLog.open()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(application.id()));
            boolean isEnded = failure != null;
            if (failure == null) {
                try {
                    isEnded = isEndedByAnswers(application);
                    assertProtected(application, isEnded);
                } finally {
                    deployer.undeploy(application.id());
                }
            }
            assertOutcome(application, isEnded);
            assertMessages(application, isEnded, failure, log);
        }
    }

    /** Some servers keep an application whose start has failed, and answer all requests with an error. */
    private boolean isEndedByAnswers(HostileApplication application) throws MalformedURLException {
        URL base = baseOf(application);
        return application.outcome() != Outcome.PROTECTED
                && HostileServer.current().keepsFailedApplications()
                && Stream.of("", "nothing/is/here")
                        .map(path -> Client.send(base, "GET", path, null).status())
                        .allMatch(List.of(500, 503)::contains);
    }

    private URL baseOf(HostileApplication application) throws MalformedURLException {
        return new URL(neighbour, "../" + application.id() + "/");
    }

    private void assertProtected(HostileApplication application, boolean isEnded) throws MalformedURLException {
        URL base = baseOf(application);
        SoftAssertions softly = new SoftAssertions();
        application.questions().stream()
                .map(question -> isEnded && question instanceof Question asked ? asked.ofEndedApplication() : question)
                .forEach(question -> softly.check(() -> question.accept(base)));
        softly.assertAll();
    }

    private static void assertOutcome(HostileApplication application, boolean isEnded) {
        if (application.outcome() != Outcome.PROTECTED_OR_ENDED) {
            assertThat(isEnded).as("the deployment has ended").isEqualTo(application.outcome() == Outcome.ENDED);
        }
    }

    private static void assertMessages(
            HostileApplication application, boolean isEnded, @Nullable Throwable failure, ServerLog log) {
        List<String> texts = application.messages();
        if (texts.isEmpty() || !isEnded && application.outcome() == Outcome.PROTECTED_OR_ENDED) {
            return;
        }
        Stream<String> thrown = Stream.ofNullable(failure).map(Throwables::getStackTrace);
        List<String> told = thrown.toList();
        await().untilAsserted(() -> assertThat(Stream.concat(told.stream(), log.records().stream()))
                .as("messages about %s", application)
                .anySatisfy(message ->
                        assertThat(texts).allSatisfy(text -> assertThat(message).containsIgnoringCase(text))));
    }
}
