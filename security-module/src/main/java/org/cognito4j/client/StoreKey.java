package org.cognito4j.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cognito4j.net.JsonText;

/** Under what a fleet's token is stored: a digest of all that makes it the right one. */
final class StoreKey {

    private StoreKey() {}

    static String of(ClientSettings settings) {
        String request = JsonText.object(new TreeMap<>(Map.of(
                "client", settings.clientId(),
                "endpoint", settings.endpoint().toString(),
                "metadata", new TreeMap<>(settings.clientMetadata()),
                "scopes", List.copyOf(settings.scopes()))));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return "cognito4j-token-" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
