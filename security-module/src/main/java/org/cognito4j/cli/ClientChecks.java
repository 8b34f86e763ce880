package org.cognito4j.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.SecretCheck;
import org.cognito4j.config.ClientsSettingsReader;
import org.cognito4j.config.Configuration;
import org.cognito4j.net.VisibleText;

/** Checks the secrets of the app clients by which an application makes its own calls, by asking for tokens. */
record ClientChecks(Configuration configuration) {

    private static final String PREFIX = "cognito.client.";

    /**
     * Asks with each secret once.
     *
     * @param names clients that the environment alone has, which cannot be listed
     * @throws org.cognito4j.InvalidSettings if the settings of a client are wrong
     */
    List<Finding> run(List<String> names) {
        Set<String> required = new HashSet<>(names);
        if (configuration.text(PREFIX + "client-id").isPresent()) {
            required.add("");
        }
        Map<String, ClientSettings> clients = new TreeMap<>(
                ClientsSettingsReader.read(configuration, required).clients());
        List<Finding> findings = new ArrayList<>();
        clients.forEach((name, settings) -> {
            String prefix = name.isEmpty() ? PREFIX : PREFIX + name + ".";
            SecretCheck.of(settings).forEach(check -> findings.add(finding(prefix, settings, check)));
        });
        return findings.isEmpty()
                ? List.of(Finding.warning("client", "there is no " + PREFIX + "... to check", "Name one with --client"))
                : findings;
    }

    private static Finding finding(String prefix, ClientSettings settings, SecretCheck check) {
        String subject = prefix + check.setting() + " of app client " + VisibleText.quoted(settings.clientId()) + " at "
                + settings.endpoint().getHost();
        return check.granted()
                ? Finding.good("client", subject + " gets a token")
                : Finding.fault("client", subject + " gets no token: " + check.code(), check.hint());
    }
}
