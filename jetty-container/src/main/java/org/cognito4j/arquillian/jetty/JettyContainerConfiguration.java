package org.cognito4j.arquillian.jetty;

import java.util.Locale;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/**
 * The settings of the container in {@code arquillian.xml}; every one has a default.
 *
 * <p>Arquillian sets them by name, which is why this class has setters.
 */
public final class JettyContainerConfiguration implements ContainerConfiguration {

    private String bindAddress = "127.0.0.1";
    private int bindHttpPort;
    private String environment = "ee11";

    /** Made by Arquillian. */
    public JettyContainerConfiguration() {}

    /**
     * Returns the address the server listens on.
     *
     * @return a host name or an IP address, by default {@code 127.0.0.1}
     */
    public String getBindAddress() {
        return bindAddress;
    }

    /**
     * Sets the address the server listens on.
     *
     * @param bindAddress a host name or an IP address
     */
    public void setBindAddress(String bindAddress) {
        this.bindAddress = bindAddress;
    }

    /**
     * Returns the port the server listens on.
     *
     * @return a port from 0 to 65535; 0, the default, takes a free one
     */
    public int getBindHttpPort() {
        return bindHttpPort;
    }

    /**
     * Sets the port the server listens on.
     *
     * @param bindHttpPort a port from 0 to 65535; 0 takes a free one
     */
    public void setBindHttpPort(int bindHttpPort) {
        this.bindHttpPort = bindHttpPort;
    }

    /**
     * Returns the Jakarta EE environment of Jetty that applications run in.
     *
     * @return {@code ee11}, the default and the only one tested, or another one whose {@code jetty-<name>-annotations}
     *     is on the class path
     */
    public String getEnvironment() {
        return environment;
    }

    /**
     * Sets the Jakarta EE environment of Jetty that applications run in.
     *
     * @param environment the part of Jetty's package name that stands for it, such as {@code ee11}
     */
    public void setEnvironment(String environment) {
        this.environment = environment.toLowerCase(Locale.ROOT);
    }

    /**
     * Checks the settings.
     *
     * @throws ConfigurationException if the port is out of range
     */
    @Override
    public void validate() {
        if (bindHttpPort < 0 || bindHttpPort > 65_535) {
            throw new ConfigurationException("bindHttpPort must be from 0 to 65535 but is " + bindHttpPort);
        }
    }
}
