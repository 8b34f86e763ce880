package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The API of {@code cognito-idp}: AWS JSON 1.1 on {@code POST /}. Signatures are accepted and not checked; what a caller
 * signed for only tells in which region it makes its pools.
 */
final class ControlPlane extends Handler.Abstract {
    private static final Logger LOG = System.getLogger(ControlPlane.class.getPackageName());
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET = "X-Amz-Target";
    private static final String SERVICE = "AWSCognitoIdentityProviderService.";
    private static final Pattern SIGNED_REGION =
            Pattern.compile("Credential=[^/,]+/\\d{8}/(?<region>[a-z]{2,4}(?:-[a-z]+)+-\\d)/cognito-idp/");
    private static final int LONGEST_INPUT = 1 << 20;

    private final Map<String, Operation> operations;
    private final String region;

    ControlPlane(Map<String, Operation> operations, String region) {
        this.operations = operations;
        this.region = region;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        String target = request.getHeaders().get(TARGET);
        String operation = target != null && target.startsWith(SERVICE) ? target.substring(SERVICE.length()) : "";
        String known = operations.containsKey(operation) || ServiceModel.knowsButLacks(operation) ? operation : "-";
        try {
            ObjectNode answer = answer(operation, request);
            RequestLine.tellAbout(request, known, "-");
            JsonResponse.write(response, 200, CONTENT_TYPE, answer, callback);
        } catch (RefusedOperation e) {
            refuse(known, e, request, response, callback);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The operation " + known + " failed", e);
            refuse(known, RefusedOperation.internal(), request, response, callback);
        }
        return true;
    }

    private static void refuse(
            String operation, RefusedOperation refusal, Request request, Response response, Callback callback) {
        RequestLine.tellAbout(request, operation, refusal.type());
        write(response, refusal, callback);
    }

    /** The name of the error goes into the header and the body: each client library looks at one of them only. */
    static void write(Response response, RefusedOperation refusal, Callback callback) {
        response.getHeaders()
                .put("x-amzn-errortype", refusal.type() + ":")
                .put("x-amzn-errormessage", RequestLine.printableText(refusal.getMessage()));
        JsonResponse.write(response, refusal.status(), CONTENT_TYPE, refusal.body(), callback);
    }

    private ObjectNode answer(String name, Request request) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw unknown(name);
        }
        ObjectNode input = input(request);
        ServiceModel.check(name, input);
        return operation.answer(new Call(input, region(request.getHeaders().get(HttpHeader.AUTHORIZATION))));
    }

    private RefusedOperation unknown(String name) {
        String why = ServiceModel.knowsButLacks(name)
                ? "The local pool does not support " + name + ". It supports: " + String.join(", ", operations.keySet())
                : "There is no such operation of " + SERVICE.replace(".", "");
        return RefusedOperation.of("UnknownOperationException", why);
    }

    private static ObjectNode input(Request request) {
        InputStream body =
                Content.Source.asInputStream(request); // Jetty's to close: half read, that would end the connection
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
