package org.cognito4j;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.ClientSettingsBuilder;
import org.cognito4j.client.TokenRequestFailed;
import org.cognito4j.client.TokenSource;

/** Fetches keys and a token, by the JVM's settings of a proxy and with the password that it is given for it. */
final class ProxiedProgram {

    private ProxiedProgram() {}

    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return getRequestorType() == RequestorType.PROXY
                            ? new PasswordAuthentication("app", arguments[1].toCharArray())
                            : null;
                }
            });
        }
        printKeys(URI.create(arguments[0] + "/jwks.json"));
        printToken(URI.create(arguments[0] + "/oauth2/token"));
    }

    private static void printKeys(URI address) {
        try (KeySetFetcher fetcher = new KeySetFetcher(List.of(address))) {
            System.out.println(
                    "keys " + fetcher.fetch(Duration.ofSeconds(30)).keys().keySet());
        } catch (KeySetUnavailable e) {
            System.out.println("keys: " + e.getMessage());
        }
    }

    private static void printToken(URI address) {
        ClientSettings settings = new ClientSettingsBuilder()
                .tokenEndpoint(address)
                .clientId("billing")
                .secret(() -> "first-secret-of-billing")
                .timeout(Duration.ofSeconds(30))
                .build();
        try (TokenSource tokens = TokenSource.of(settings)) {
            System.out.println("token " + tokens.token());
        } catch (TokenRequestFailed e) {
            System.out.println("token: " + e.code() + ", " + e.hint());
        }
    }
}
