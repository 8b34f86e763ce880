package org.cognito4j.client;

import static org.cognito4j.client.DeclaredClientSettings.API_ENDPOINT;
import static org.cognito4j.client.DeclaredClientSettings.CLIENT_ID;
import static org.cognito4j.client.DeclaredClientSettings.NEXT_SECRET_FILE;
import static org.cognito4j.client.DeclaredClientSettings.SCOPES;
import static org.cognito4j.client.DeclaredClientSettings.SECRET;
import static org.cognito4j.client.DeclaredClientSettings.SECRET_FILE;
import static org.cognito4j.client.DeclaredClientSettings.TOKEN_ENDPOINT;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.net.AwsRegion;
import org.cognito4j.net.Transport;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingValues;

/** What settings have to fulfil, each rule on its own so that all faults show at once. */
final class ClientSettingRules {

    private static final int MAX_SCOPES = 50;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    private final SettingValues settings;
    private final List<SettingFault> faults = new ArrayList<>();

    private ClientSettingRules(SettingValues settings) {
        this.settings = settings;
    }

    static List<SettingFault> faultsOf(SettingValues settings) {
        ClientSettingRules rules = new ClientSettingRules(settings);
        rules.checkPlace();
        rules.checkAddress(TOKEN_ENDPOINT);
        rules.checkAddress(API_ENDPOINT);
        rules.checkDomain();
        rules.checkRegion();
        rules.checkClient();
        rules.checkScopes();
        DeclaredClientSettings.ALL.all().forEach(setting -> settings.check(setting, rules::fault));
        settings.check(DeclaredClientSettings.STORE_TIMEOUT, rules::fault);
        return rules.faults;
    }

    private void checkPlace() {
        List<String> places = Stream.of(
                        settings.find(TOKEN_ENDPOINT).isPresent() ? "token-endpoint" : "",
                        EndpointAddress.domain(settings).isEmpty() ? "" : "domain",
                        settings.find(API_ENDPOINT).isPresent() ? "api-endpoint" : "")
                .filter(place -> !place.isEmpty())
                .toList();
        if (places.size() > 1) {
            fault(
                    places.get(0),
                    "stands beside " + String.join(" and ", places.subList(1, places.size())),
                    "Keep one of them: they are different places to ask at");
        }
        if (places.isEmpty() && EndpointAddress.region(settings).isEmpty()) {
            fault(
                    "domain",
                    "is missing",
                    "Set it to the domain of the user pool and region to its region; or set region alone to call"
                            + " GetClientToken");
        }
    }

    private void checkAddress(Setting<URI> setting) {
        settings.find(setting).ifPresent(address -> checkAddress(setting.key(), address));
    }

    private void checkAddress(String setting, URI address) {
        Transport transport = Transport.of(address);
        if (transport == Transport.UNSAFE || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            fault(setting, "is not an https address", "The secret is sent over https only");
        } else if (transport == Transport.LOOPBACK && !settings.get(DeclaredClientSettings.ALLOW_LOOPBACK_HTTP)) {
            fault(
                    setting,
                    "is plain http",
                    "For a stand-in on this machine set allow-loopback-http to true; Cognito itself needs https");
        }
    }

    private void checkDomain() {
        String domain = EndpointAddress.domain(settings).orElse("");
        if (domain.isEmpty()) {
            return;
        }
        if (!domain.matches(LABEL + "(?:\\." + LABEL + ")*")) {
            fault(
                    "domain",
                    "is not the domain of a user pool",
                    "Set it to the prefix or to the custom domain, without https:// and without a path");
        } else if (EndpointAddress.isPrefix(domain)
                && EndpointAddress.region(settings).isEmpty()) {
            fault("region", "is missing", "A domain prefix belongs to a region: name it, for example eu-west-1");
        }
    }

    private void checkRegion() {
        EndpointAddress.region(settings)
                .filter(region -> !region.matches(AwsRegion.FORM))
                .ifPresent(region -> fault("region", "is not an AWS region", "Set it to a name like eu-west-1"));
    }

    private void checkClient() {
        String clientId = settings.find(CLIENT_ID).orElse("");
        if (clientId.isBlank()) {
            fault("client-id", "is missing", "Set it to the id of the app client");
        } else if (!clientId.matches("[\\w+]{1,128}")) {
            fault("client-id", "is not an app client id", "It has 1 to 128 letters, digits, _ or +");
        }
        if (settings.find(SECRET).isEmpty() && settings.find(SECRET_FILE).isEmpty()) {
            fault(
                    "client-secret",
                    "is missing",
                    "Set it to the secret of the app client, or name a file that holds it");
        }
        checkSecretFile(SECRET_FILE);
        checkSecretFile(NEXT_SECRET_FILE);
    }

    private void checkSecretFile(Setting<Path> setting) {
        settings.find(setting)
                .flatMap(file -> new SecretFile(file).problem())
                .ifPresent(problem -> fault(
                        setting.key(),
                        problem,
                        "Write the secret alone into the file, in plain ASCII; a line feed at its end does no harm"));
    }

    private void checkScopes() {
        List<String> scopes = settings.get(SCOPES);
        if (scopes.size() > MAX_SCOPES) {
            fault("scopes", "are more than " + MAX_SCOPES, "Cognito takes no more in one request");
        }
        if (!scopes.stream().allMatch(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}"))) {
            fault("scopes", "hold something that is not a scope", "Scopes have no spaces, quotes or \\");
        }
    }

    private void fault(String setting, String problem, String remedy) {
        faults.add(new SettingFault(setting, problem, remedy));
    }
}
