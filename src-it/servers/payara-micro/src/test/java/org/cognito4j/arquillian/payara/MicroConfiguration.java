package org.cognito4j.arquillian.payara;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/**
 * The settings of the container in {@code arquillian.xml}.
 *
 * <p>Arquillian sets them by name, which is why this class has setters.
 */
public final class MicroConfiguration implements ContainerConfiguration {

    private String jar = "";
    private String log = "";
    private String options = "";
    private int httpPort;

    /** The jar that is Payara Micro. */
    public String getJar() {
        return jar;
    }

    public void setJar(String jar) {
        this.jar = jar;
    }

    /** The file that takes all that the server prints. */
    public String getLog() {
        return log;
    }

    public void setLog(String log) {
        this.log = log;
    }

    /** Options for the server's JVM, with spaces between. */
    public String getOptions() {
        return options;
    }

    public void setOptions(String options) {
        this.options = options;
    }

    /** The port that the server listens on. */
    public int getHttpPort() {
        return httpPort;
    }

    public void setHttpPort(int httpPort) {
        this.httpPort = httpPort;
    }

    @Override
    public void validate() {
        if (jar.isEmpty() || log.isEmpty() || httpPort <= 0) {
            throw new ConfigurationException("Payara Micro needs jar, log and httpPort");
        }
    }
}
