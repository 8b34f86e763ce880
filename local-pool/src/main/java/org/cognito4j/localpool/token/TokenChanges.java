package org.cognito4j.localpool.token;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.json.Json;

/**
 * The changes that a pre token generation trigger makes to an access token: {@code accessTokenGeneration} of its response.
 *
 * @param claimsToAddOrOverride claims with texts, numbers, booleans, lists or maps
 * @param claimsToSuppress claims to leave out
 * @param scopesToAdd scopes to add, which need not exist; one with a blank is left out
 * @param scopesToSuppress scopes to take away
 */
public record TokenChanges(
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Object> claimsToAddOrOverride,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> claimsToSuppress,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> scopesToAdd,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> scopesToSuppress) {
    public TokenChanges {
        claimsToAddOrOverride = Map.copyOf(claimsToAddOrOverride);
        claimsToSuppress = List.copyOf(claimsToSuppress);
        scopesToAdd = List.copyOf(scopesToAdd);
        scopesToSuppress = List.copyOf(scopesToSuppress);
    }

    /**
     * Reads a Lambda function's whole response, or only its {@code accessTokenGeneration}.
     *
     * @throws IOException if the members have another shape
     */
    public static TokenChanges read(ObjectNode json) throws IOException {
        JsonNode whole = json.at("/response/claimsAndScopeOverrideDetails/accessTokenGeneration");
        JsonNode changes = whole.isObject() ? whole : json.path("accessTokenGeneration");
        return Json.read(changes.isObject() ? changes : json, TokenChanges.class);
    }

    /**
     * Reads a file with what {@link #read(ObjectNode)} takes.
     *
     * @throws UncheckedIOException if the file cannot be read or has another shape
     */
    public static TokenChanges read(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return read(Json.parse(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The pre-token file " + file + " cannot be read", e);
        }
    }

    /** The scopes after the changes, without repetition. */
    List<String> scopes(List<String> granted) {
        List<String> scopes = new ArrayList<>(granted);
        scopesToAdd.stream()
                .filter(scope -> !scope.contains(" ") && !scopes.contains(scope))
                .forEach(scopes::add);
        scopes.removeAll(scopesToSuppress);
        return scopes;
    }

    /** Changes all but Cognito's own claims; {@code aud} may be added only if it names the client. */
    void applyTo(ObjectNode claims, String clientId) {
        claimsToSuppress.stream().filter(name -> !ReservedClaims.contains(name)).forEach(claims::remove);
        claimsToAddOrOverride.forEach((name, value) -> {
            if (!ReservedClaims.contains(name) && (!name.equals("aud") || clientId.equals(value))) {
                claims.set(name, Json.value(value));
            }
        });
    }
}
