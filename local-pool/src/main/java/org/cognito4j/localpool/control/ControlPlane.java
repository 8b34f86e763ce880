package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.localpool.grant.UndocumentedAnswers;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.NotRegistered;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.token.PoolSigners;
import org.jspecify.annotations.Nullable;

/**
 * The API of {@code cognito-idp}. Signatures are accepted and not checked; what a caller signed for only tells in which region
 * it makes its pools.
 */
public final class ControlPlane {
    private static final Logger LOG = System.getLogger("org.cognito4j.localpool");
    private static final String SERVICE = "AWSCognitoIdentityProviderService";
    private static final Pattern SIGNED_REGION =
            Pattern.compile("Credential=[^/,]+/\\d{8}/(?<region>[a-z]{2,4}(?:-[a-z]+)+-\\d)/cognito-idp/");
    private static final int LONGEST_INPUT = 1 << 20;

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final String region;

    /**
     * Knows all operations.
     *
     * @param registry the pools
     * @param clock tells when something is created
     * @param signers makes the tokens of {@code GetClientToken}
     * @param answers settles what AWS leaves open
     * @param region the region of pools that are made by unsigned calls
     */
    public ControlPlane(
            PoolRegistry registry,
            InstantSource clock,
            PoolSigners signers,
            UndocumentedAnswers answers,
            String region) {
        operations.putAll(new UserPoolOperations(registry, clock).byName());
        operations.putAll(new ResourceServerOperations(registry).byName());
        operations.putAll(new AppClientOperations(registry, clock).byName());
        operations.putAll(new ClientSecretOperations(registry, clock).byName());
        operations.putAll(new DomainOperations(registry).byName());
        operations.putAll(new ClientTokenOperations(registry, signers, answers).byName());
        this.region = region;
    }

    /** The operation that a header {@code X-Amz-Target} names; the empty text if it names another service or is missing. */
    public static String operation(@Nullable String target) {
        String prefix = SERVICE + ".";
        return target != null && target.startsWith(prefix) ? target.substring(prefix.length()) : "";
    }

    /** A name for the log: the operation if it is one of Cognito's, {@code -} for what a caller made up. */
    public String printable(String operation) {
        return operations.containsKey(operation) || ServiceModel.knowsButLacks(operation) ? operation : "-";
    }

    /**
     * Does what an operation does.
     *
     * @param operation its name, which need not exist
     * @param body its input, read as far as it may be long; the caller closes it
     * @param authorization the header of that name
     */
    public ControlAnswer answer(String operation, InputStream body, @Nullable String authorization) {
        try {
            return ControlAnswer.done(perform(operation, body, authorization));
        } catch (RefusedOperation e) {
            return ControlAnswer.refused(e);
        } catch (NotRegistered e) {
            return ControlAnswer.refused(RefusedOperation.resourceNotFound(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The operation " + printable(operation) + " failed", e);
            return ControlAnswer.refused(RefusedOperation.internal());
        }
    }

    private ObjectNode perform(String name, InputStream body, @Nullable String authorization) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw unknown(name);
        }
        ObjectNode input = input(body);
        ServiceModel.check(name, input);
        return operation.answer(new OperationCall(input, region(authorization)));
    }

    private RefusedOperation unknown(String name) {
        String why = ServiceModel.knowsButLacks(name)
                ? "The local pool does not support " + name + ". It supports: " + String.join(", ", operations.keySet())
                : "There is no such operation of " + SERVICE;
        return RefusedOperation.of("UnknownOperationException", why);
    }

    private static ObjectNode input(InputStream body) {
        try {
            byte[] input = body.readNBytes(LONGEST_INPUT + 1);
            if (input.length > LONGEST_INPUT) {
                body.skip(LONGEST_INPUT); // a caller who is still writing when the connection ends misses the answer
                throw RefusedOperation.of("SerializationException", "The request is too long");
            }
            return Json.parse(new ByteArrayInputStream(input));
        } catch (IOException e) {
            throw RefusedOperation.of("SerializationException", "The request is not a JSON object");
        }
    }

    private String region(@Nullable String authorization) {
        Matcher signed = SIGNED_REGION.matcher(authorization == null ? "" : authorization);
        return signed.find() ? signed.group("region") : region;
    }
}
