package org.cognito4j.jakarta.rest;

import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.service.factory.AbstractServiceFactoryBean;
import org.apache.cxf.service.factory.FactoryBeanListener;

/**
 * Brings the checks of resource methods into every JAX-RS application of Apache CXF, which looks for no features by itself.
 * Used by CXF alone, which finds it in {@code META-INF/cxf/bus-extensions.txt}.
 */
public final class CxfRegistration implements FactoryBeanListener {

    private static final String PROVIDERS = "org.apache.cxf.jaxrs.provider.ServerProviderFactory";

    /** Called by CXF. */
    public CxfRegistration() {}

    /**
     * Adds the checks to a server before it takes requests.
     *
     * @param event what has happened
     * @param factory not asked for
     * @param arguments the server comes first, if it was created
     */
    @Override
    public void handleEvent(Event event, AbstractServiceFactoryBean factory, Object... arguments) {
        if (event == Event.SERVER_CREATED
                && arguments[0] instanceof Server server
                && server.getEndpoint().get(PROVIDERS) != null) { // a server of SOAP has none
            Rest.addTo(server);
        }
    }

    /** Apart, so that nothing of JAX-RS is linked where CXF serves SOAP alone. */
    private static final class Rest {

        private Rest() {}

        static void addTo(Server server) {
            ServerProviderFactory providers =
                    (ServerProviderFactory) server.getEndpoint().get(PROVIDERS);
            providers.registerUserProvider(new CxfResourceFilter());
            providers.registerUserProvider(new AccessRefusedMapper());
            CheckedApplications.addCurrent(server.getClass());
        }
    }
}
