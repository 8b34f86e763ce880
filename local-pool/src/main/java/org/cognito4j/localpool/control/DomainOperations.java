package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredPool;

/**
 * The operations on the domains of user pools: a prefix, of which a region has one, or a domain name of the owner's.
 *
 * @param registry the pools
 */
record DomainOperations(PoolRegistry registry) {
    private static final List<String> RESERVED_WORDS = List.of("aws", "amazon", "cognito");
    private static final String CONFIGURATION = "CustomDomainConfig";

    Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("CreateUserPoolDomain", this::create);
        operations.put("DescribeUserPoolDomain", this::describe);
        operations.put("UpdateUserPoolDomain", this::update);
        operations.put("DeleteUserPoolDomain", this::delete);
        return operations;
    }

    private ObjectNode create(OperationCall call) {
        checkWords(call);
        registry.change(all -> {
            RegisteredPool pool = registry.pool(call.userPoolId());
            if (PoolRegistry.ownerOfDomain(all, domain(call), pool.region()).isPresent()) {
                throw RefusedOperation.invalidParameter("Domain already associated with another user pool.");
            }
            if (pool.domains().byId().keySet().stream().anyMatch(other -> isName(other) == isName(domain(call)))) {
                throw RefusedOperation.invalidParameter("User pool already has a domain configured.");
            }
            return all.with(pool.id(), pool.withDomains(pool.domains().with(domain(call), said(call))));
        });
        return taken(call);
    }

    private static void checkWords(OperationCall call) {
        if (isName(domain(call))) {
            if (!call.has(CONFIGURATION)) {
                throw RefusedOperation.invalidParameter("A custom domain needs a certificate.");
            }
            return;
        }
        RESERVED_WORDS.stream().filter(domain(call)::contains).findFirst().ifPresent(word -> {
            throw RefusedOperation.invalidParameter("Domain cannot contain reserved word: " + word);
        });
    }

    /** Cognito does not complain about a domain that does not exist. */
    private ObjectNode describe(OperationCall call) {
        ObjectNode description = Json.object();
        registry.pools().all().stream()
                .filter(pool -> pool.domains().has(domain(call)))
                .findFirst()
                .ifPresent(pool -> describe(description, pool, domain(call)));
        ObjectNode answer = Json.object();
        answer.set("DomainDescription", description);
        return answer;
    }

    private static void describe(ObjectNode description, RegisteredPool pool, String domain) {
        description
                .put("UserPoolId", pool.id())
                .put("AWSAccountId", UserPoolOperations.ACCOUNT)
                .put("Domain", domain)
                .put("S3Bucket", "aws-cognito-prod-" + pool.region() + "-assets")
                .put("CloudFrontDistribution", cloudFront(domain))
                .put("Version", "20190128175402")
                .put("Status", "ACTIVE");
        description.set(CONFIGURATION, Json.object());
        description.put("ManagedLoginVersion", 1);
        pool.domains().find(domain).ifPresent(said -> description.setAll(said.deepCopy()));
    }

    private ObjectNode update(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            known(pool, call);
            return pool.withDomains(pool.domains().with(domain(call), said(call)));
        });
        return taken(call);
    }

    private ObjectNode delete(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            known(pool, call);
            return pool.withDomains(pool.domains().without(domain(call)));
        });
        return Json.object();
    }

    private static void known(RegisteredPool pool, OperationCall call) {
        if (!pool.domains().has(domain(call))) {
            throw RefusedOperation.invalidParameter("No such domain or user pool exists.");
        }
    }

    private static ObjectNode said(OperationCall call) {
        return call.attributesBesides("UserPoolId", "Domain", "Routing");
    }

    private static ObjectNode taken(OperationCall call) {
        ObjectNode answer = Json.object();
        if (call.has("ManagedLoginVersion")) {
            answer.set("ManagedLoginVersion", call.input().get("ManagedLoginVersion"));
        }
        return isName(domain(call)) ? answer.put("CloudFrontDomain", cloudFront(domain(call))) : answer;
    }

    private static String cloudFront(String domain) {
        return "d" + Integer.toHexString(domain.hashCode()) + ".cloudfront.net";
    }

    private static String domain(OperationCall call) {
        return call.text("Domain");
    }

    private static boolean isName(String domain) {
        return domain.contains(".");
    }
}
