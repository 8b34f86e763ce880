package org.cognito4j.arquillian.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JettyContainerTest {

    private final JettyContainer container = new JettyContainer();
    private List<Path> filesBefore;

    @BeforeEach
    void start() throws Exception {
        filesBefore = temporaryFiles();
        container.setup(new JettyContainerConfiguration());
        container.start();
    }

    @AfterEach
    void stop() throws Exception {
        container.stop();
    }

    @Test
    void serves_an_archive_on_a_free_port_of_this_machine() throws Exception {
        HTTPContext http = deploy(page("one.war"));

        assertThat(http.getHost()).isEqualTo("127.0.0.1");
        assertThat(http.getPort()).isPositive();
        assertThat(http.getServlets())
                .allSatisfy(servlet -> assertThat(servlet.getContextRoot()).isEqualTo("/one"));
        assertThat(get(http, "/one/page.txt")).isEqualTo("200 one.war");
    }

    @Test
    void serves_several_archives() throws Exception {
        deploy(page("one.war"));
        HTTPContext http = deploy(page("ROOT.war"));

        assertThat(get(http, "/one/page.txt")).isEqualTo("200 one.war");
        assertThat(get(http, "/page.txt")).isEqualTo("200 ROOT.war");
    }

    @Test
    void takes_an_archive_away_with_its_files() throws Exception {
        WebArchive archive = page("one.war");
        HTTPContext http = deploy(archive);

        container.undeploy(archive);

        assertThat(get(http, "/one/page.txt")).startsWith("404");
        assertThat(temporaryFiles()).isEqualTo(filesBefore);
    }

    @Test
    void says_why_an_archive_cannot_be_deployed_and_leaves_nothing_of_it() throws Exception {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "broken.war")
                .setWebXML(new StringAsset("<web-app><listener><listener-class>no.such.Listener</listener-class>"
                        + "</listener></web-app>"));

        assertThatThrownBy(() -> container.deploy(archive))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("broken.war")
                .hasStackTraceContaining("no.such.Listener");
        assertThat(temporaryFiles()).isEqualTo(filesBefore);
    }

    @Test
    void refuses_a_port_that_is_none() {
        JettyContainerConfiguration configuration = new JettyContainerConfiguration();
        configuration.setBindHttpPort(65_536);

        assertThatThrownBy(configuration::validate)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("65536");
    }

    private HTTPContext deploy(WebArchive archive) throws DeploymentException {
        ProtocolMetaData metaData = container.deploy(archive);
        return metaData.getContexts(HTTPContext.class).iterator().next();
    }

    private static WebArchive page(String name) {
        return ShrinkWrap.create(WebArchive.class, name).add(new StringAsset(name), "page.txt");
    }

    private static String get(HTTPContext http, String path) throws Exception {
        URI uri = URI.create("http://" + http.getHost() + ":" + http.getPort() + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static List<Path> temporaryFiles() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("arquillian-jetty-"))
                    .sorted()
                    .toList();
        }
    }
}
