package org.cognito4j.localpool;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns YAML into a definition. It complains about the shape of the file and leaves the values to {@link DefinitionRules};
 * both collect into the same faults, so that one run shows everything.
 */
final class DefinitionReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DefinitionReader() {}

    static PoolDefinition read(InputStream yaml) throws IOException {
        Faults faults = new Faults();
        Section file = Section.wholeFile(parse(yaml), faults)
                .withOnly("user-pool-id", "domain", "resource-servers", "clients");
        String userPoolId = file.text("user-pool-id").orElse("");
        String domain = file.text("domain").orElse("");
        List<ResourceServer> resourceServers = resourceServers(file.section("resource-servers"));
        List<AppClient> clients = clients(file.section("clients"));

        new DefinitionRules(faults).check(userPoolId, domain, resourceServers, clients);
        faults.throwIfAny();
        return new PoolDefinition(userPoolId, domain, resourceServers, clients);
    }

    /** Tells only the place of a syntax error: the parser's own message quotes the line, which may hold a secret. */
    private static JsonNode parse(InputStream yaml) throws IOException {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "the file" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Faults.only(where, "cannot be read as YAML: check indentation, quotes and names used twice");
        }
    }

    private static List<ResourceServer> resourceServers(Section section) {
        return section.names().stream()
                .map(identifier -> new ResourceServer(identifier, section.texts(identifier)))
                .toList();
    }

    private static List<AppClient> clients(Section section) {
        return section.names().stream()
                .map(name -> client(name, section.section(name)))
                .toList();
    }

    private static AppClient client(String name, Section section) {
        section.withOnly("id", "secret", "scopes", "access-token-validity");
        PoolDefinition.ClientBuilder client = new PoolDefinition.ClientBuilder(name);
        section.text("id").ifPresent(client::id);
        section.text("secret").ifPresent(client::secret);
        validity(section).ifPresent(client::accessTokenValidity);
        return client.scopes(section.texts("scopes")).build();
    }

    private static Optional<Duration> validity(Section section) {
        try {
            return section.text("access-token-validity").map(Duration::parse);
        } catch (DateTimeException e) {
            section.fault("access-token-validity", "is not a duration: write it as ISO 8601 does, for instance PT1H");
            return Optional.empty();
        }
    }
}
