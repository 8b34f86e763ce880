package org.cognito4j.jakarta.metadata;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cognito4j.ScopeRoles;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.net.JsonText;

/**
 * Writes metadata documents, with the members of RFC 9728 section 2 in the order of that section.
 *
 * @param settings of the service
 * @param pools settings of each pool by the policy of now
 */
record MetadataDocument(ServiceSettings settings, Supplier<List<VerifierSettings>> pools) {

    /** Returns the document of a resource. */
    String of(URI resource, Collection<ScopeNeed> needs) {
        List<VerifierSettings> current = pools.get();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resource", resource.toString());
        members.put(
                "authorization_servers",
                current.stream()
                        .flatMap(pool -> pool.issuers().stream().sorted())
                        .distinct()
                        .toList());
        Set<String> scopes = scopes(current, needs);
        if (!scopes.isEmpty()) {
            members.put("scopes_supported", List.copyOf(scopes));
        }
        members.put("bearer_methods_supported", List.of("header"));
        settings.resourceName().ifPresent(name -> members.put("resource_name", name));
        settings.resourceDocumentation()
                .ifPresent(address -> members.put("resource_documentation", address.toString()));
        return JsonText.object(members);
    }

    /** The scopes that help somebody: those that a token of one of the pools can have. In alphabetical order. */
    private Set<String> scopes(List<VerifierSettings> current, Collection<ScopeNeed> needs) {
        Set<String> scopes = new TreeSet<>();
        for (VerifierSettings pool : current) {
            ScopeRoles mapping = pool.scopeRoles();
            Set<String> ofPool = new TreeSet<>();
            for (ScopeNeed need : needs) {
                need.roles().forEach(role -> ofPool.addAll(mapping.scopesFor(role)));
                need.scopes().forEach(scope -> ofPool.add(mapping.wholeScope(scope)));
            }
            settings.scopesSupported().forEach(scope -> ofPool.add(mapping.wholeScope(scope)));
            ofPool.stream()
                    .filter(scope -> ScopeRoles.isScope(scope) && pool.canHaveScope(scope))
                    .forEach(scopes::add);
        }
        return scopes;
    }
}
