package org.cognito4j.localpool;

import org.eclipse.jetty.server.Handler;

/** Builds the chain of handlers: the date, the switches, what they disturb. */
final class ServerHandlers {
    private ServerHandlers() {}

    static Handler of(ServedPools served) {
        ControlPlane controlPlane = new ControlPlane(
                served.registry(), served.clock(), served.signers(), served.answers(), served.region());
        ClientCredentialsGrant grant = new ClientCredentialsGrant(served.signers(), served.answers());
        Handler routes = new Routes(
                new ControlEndpoint(controlPlane),
                new TokenEndpoint(served.registry(), grant),
                new PoolDocuments(served.registry(), served.addresses(), served.signers()));
        return new DatedHandler(
                new Handler.Sequence(
                        new AdminEndpoint(served),
                        new DisturbedHandler(served.disturbances(), served.answers(), routes)),
                served.clock());
    }
}
