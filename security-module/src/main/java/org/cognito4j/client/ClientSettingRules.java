package org.cognito4j.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.net.AwsRegion;
import org.cognito4j.net.Transport;
import org.jspecify.annotations.Nullable;

/** What settings have to fulfil, each rule on its own so that all faults show at once. */
final class ClientSettingRules {

    private static final int MAX_SCOPES = 50;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration MOST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LEAST_STORE_TIMEOUT = Duration.ofMillis(10);
    private static final Duration MOST_STORE_TIMEOUT = Duration.ofSeconds(5);

    private final ClientSettingsBuilder settings;
    private final List<SettingFault> faults = new ArrayList<>();

    private ClientSettingRules(ClientSettingsBuilder settings) {
        this.settings = settings;
    }

    static List<SettingFault> faultsOf(ClientSettingsBuilder settings) {
        ClientSettingRules rules = new ClientSettingRules(settings);
        rules.checkPlace();
        rules.checkAddress("token-endpoint", settings.tokenEndpoint);
        rules.checkAddress("api-endpoint", settings.apiEndpoint);
        rules.checkDomain();
        rules.checkRegion();
        rules.checkClient();
        rules.checkRequest();
        return rules.faults;
    }

    private void checkPlace() {
        List<String> places = Stream.of(
                        settings.tokenEndpoint != null ? "token-endpoint" : "",
                        settings.domain.isBlank() ? "" : "domain",
                        settings.apiEndpoint != null ? "api-endpoint" : "")
                .filter(place -> !place.isEmpty())
                .toList();
        if (places.size() > 1) {
            fault(
                    places.get(0),
                    "stands beside " + String.join(" and ", places.subList(1, places.size())),
                    "Keep one of them: they are different places to ask at");
        }
        if (places.isEmpty() && settings.region.isBlank()) {
            fault(
                    "domain",
                    "is missing",
                    "Set it to the domain of the user pool and region to its region; or set region alone to call"
                            + " GetClientToken");
        }
    }

    private void checkAddress(String setting, @Nullable URI address) {
        if (address == null) {
            return;
        }
        Transport transport = Transport.of(address);
        if (transport == Transport.UNSAFE || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            fault(setting, "is not an https address", "The secret is sent over https only");
        } else if (transport == Transport.LOOPBACK && !settings.loopbackHttp) {
            fault(
                    setting,
                    "is plain http",
                    "For a stand-in on this machine set allow-loopback-http to true; Cognito itself needs https");
        }
    }

    private void checkDomain() {
        String domain = settings.domain;
        if (domain.isBlank()) {
            return;
        }
        if (!domain.matches(LABEL + "(?:\\." + LABEL + ")*")) {
            fault(
                    "domain",
                    "is not the domain of a user pool",
                    "Set it to the prefix or to the custom domain, without https:// and without a path");
        } else if (EndpointAddress.isPrefix(domain) && settings.region.isBlank()) {
            fault("region", "is missing", "A domain prefix belongs to a region: name it, for example eu-west-1");
        }
    }

    private void checkRegion() {
        if (!settings.region.isBlank() && !settings.region.matches(AwsRegion.FORM)) {
            fault("region", "is not an AWS region", "Set it to a name like eu-west-1");
        }
    }

    private void checkClient() {
        if (settings.clientId.isBlank()) {
            fault("client-id", "is missing", "Set it to the id of the app client");
        } else if (!settings.clientId.matches("[\\w+]{1,128}")) {
            fault("client-id", "is not an app client id", "It has 1 to 128 letters, digits, _ or +");
        }
        if (settings.secret == null) {
            fault(
                    "client-secret",
                    "is missing",
                    "Set it to the secret of the app client, or name a file that holds it");
        }
        checkSecretFile("client-secret-file", settings.secret);
        checkSecretFile("client-secret-next-file", settings.nextSecret);
    }

    private void checkSecretFile(String setting, @Nullable Supplier<String> secret) {
        if (secret instanceof SecretFile file) {
            file.problem()
                    .ifPresent(
                            problem -> fault(
                                    setting,
                                    problem,
                                    "Write the secret alone into the file, in plain ASCII; a line feed at its end does no harm"));
        }
    }

    private void checkRequest() {
        if (settings.scopes.size() > MAX_SCOPES) {
            fault("scopes", "are more than " + MAX_SCOPES, "Cognito takes no more in one request");
        }
        if (!settings.scopes.stream().allMatch(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}"))) {
            fault("scopes", "hold something that is not a scope", "Scopes have no spaces, quotes or \\");
        }
        checkRange("timeout", settings.timeout, LEAST_TIMEOUT, MOST_TIMEOUT);
        checkRange("store-timeout", settings.storeTimeout, LEAST_STORE_TIMEOUT, MOST_STORE_TIMEOUT);
    }

    private void checkRange(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            fault(setting, value + " is out of range", "Choose a duration from " + least + " to " + most);
        }
    }

    private void fault(String setting, String problem, String remedy) {
        faults.add(new SettingFault(setting, problem, remedy));
    }
}
