package org.cognito4j.localpool.http;

import org.cognito4j.localpool.control.ControlPlane;
import org.cognito4j.localpool.grant.ClientCredentialsGrant;
import org.eclipse.jetty.server.Handler;

/** Builds the chain of handlers: the date, the switches, what they disturb. */
final class ServerHandlers {
    private ServerHandlers() {}

    static Handler of(ServedPools served) {
        ControlPlane controlPlane = new ControlPlane(
                served.registry(), served.clock(), served.signers(), served.answers(), served.region());
        ClientCredentialsGrant grant = new ClientCredentialsGrant(served.signers(), served.answers());
        Handler routes = new EndpointRoutes(
                new ControlEndpoint(controlPlane),
                new TokenEndpoint(served.registry(), grant),
                new DocumentEndpoint(served.registry(), served.addresses(), served.signers()));
        return new DateHeaderHandler(
                new Handler.Sequence(
                        new AdminEndpoint(served),
                        new DisturbanceHandler(served.disturbances(), served.answers(), routes)),
                served.clock());
    }
}
