package org.cognito4j.localpool;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cognito4j.localpool.definition.DefinitionFaults;
import org.cognito4j.localpool.definition.DefinitionRules;
import org.cognito4j.localpool.definition.DefinitionSection;
import org.cognito4j.localpool.pool.RandomIds;

/**
 * The parts of a pool definition before the rules are applied to them. {@link DefinitionSection} reports faults in the shape of
 * a file, {@link DefinitionRules} faults in the values; both collect into the same faults, so that one run shows everything.
 *
 * @param userPoolId the pool's id
 * @param domain the prefix of its domain, or the empty text
 * @param resourceServers the APIs and their scopes
 * @param clients the machines that may get tokens
 */
record DefinitionParts(
        String userPoolId, String domain, List<ResourceServer> resourceServers, List<AppClient> clients) {

    /**
     * Reads and checks YAML.
     *
     * @throws InvalidPoolDefinitionException with every fault
     */
    static DefinitionParts read(InputStream yaml) throws IOException {
        DefinitionFaults faults = new DefinitionFaults();
        DefinitionSection file = DefinitionSection.read(yaml, faults)
                .orElseThrow(() -> new InvalidPoolDefinitionException(faults.found()))
                .withOnly("user-pool-id", "domain", "resource-servers", "clients");
        DefinitionParts parts = new DefinitionParts(
                file.text("user-pool-id").orElse(""),
                file.text("domain").orElse(""),
                resourceServers(file.section("resource-servers")),
                clients(file.section("clients")));
        parts.check(faults);
        return parts;
    }

    /**
     * Applies Cognito's rules.
     *
     * @param faults what is wrong already
     * @throws InvalidPoolDefinitionException with every fault
     */
    void check(DefinitionFaults faults) {
        DefinitionRules rules = new DefinitionRules(faults);
        rules.checkPool(userPoolId, domain);
        resourceServers.forEach(server -> rules.checkResourceServer(server.identifier(), server.scopes()));
        clients.forEach(client -> rules.checkClient(
                client.name(),
                client.clientId(),
                client.clientSecret(),
                client.allowedScopes(),
                client.accessTokenValidity()));
        if (!faults.found().isEmpty()) {
            throw new InvalidPoolDefinitionException(faults.found());
        }
    }

    private static List<ResourceServer> resourceServers(DefinitionSection section) {
        return section.names().stream()
                .map(identifier -> new ResourceServer(identifier, section.texts(identifier)))
                .toList();
    }

    private static List<AppClient> clients(DefinitionSection section) {
        return section.names().stream()
                .map(name -> client(name, section.section(name)))
                .toList();
    }

    private static AppClient client(String name, DefinitionSection section) {
        section.withOnly("id", "secret", "scopes", "access-token-validity");
        return new AppClient(
                name,
                section.text("id").orElseGet(RandomIds::clientId),
                section.text("secret").orElseGet(RandomIds::clientSecret),
                section.texts("scopes"),
                validity(section).orElse(AppClient.DEFAULT_ACCESS_TOKEN_VALIDITY));
    }

    private static Optional<Duration> validity(DefinitionSection section) {
        try {
            return section.text("access-token-validity").map(Duration::parse);
        } catch (DateTimeException e) {
            section.fault("access-token-validity", "is not a duration: write it as ISO 8601 does, for instance PT1H");
            return Optional.empty();
        }
    }
}
