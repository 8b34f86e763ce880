package org.cognito4j.localpool;

import java.io.PrintWriter;

/**
 * What the owner of a server needs to use it, the secrets of its app clients included: shown once, at the start.
 *
 * @param cognito the server
 */
record StartupSummary(LocalCognito cognito) {

    void print(PrintWriter out) {
        out.println("Endpoint        " + cognito.uri() + "  (--endpoint-url of the AWS CLI)");
        cognito.userPoolIds().forEach(id -> print(cognito.pool(id), out));
        out.println();
        out.println("Stop it with Ctrl-C.");
    }

    private static void print(LocalPool pool, PrintWriter out) {
        out.println();
        out.println("User pool       " + pool.userPoolId());
        out.println("Issuer          " + pool.issuer());
        out.println("Key set         " + pool.keySetAddress());
        out.println("Token endpoint  " + pool.tokenEndpoint());
        for (AppClient client : pool.clients()) {
            out.println();
            out.println("App client      " + client.name());
            out.println("  id            " + client.clientId());
            out.println("  secret        " + client.clientSecret());
            out.println("  scopes        " + String.join(" ", client.allowedScopes()));
            out.println("  tokens live   " + client.accessTokenValidity());
        }
        pool.clients().stream()
                .filter(client -> !client.allowedScopes().isEmpty())
                .findFirst()
                .ifPresent(client -> printExample(pool, client, out));
    }

    private static void printExample(LocalPool pool, AppClient client, PrintWriter out) {
        out.println();
        out.println("Get a token:");
        out.println("  TOKEN=$(curl -s -u " + client.clientId() + ":" + client.clientSecret()
                + " -d grant_type=client_credentials " + pool.tokenEndpoint()
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
    }
}
