package org.cognito4j.client;

import java.net.URI;
import org.cognito4j.net.AwsRegion;

/** Where tokens are asked for, as it follows from settings without a fault. */
final class EndpointAddress {

    private EndpointAddress() {}

    static URI of(ClientSettingsBuilder settings) {
        if (settings.tokenEndpoint != null) {
            return settings.tokenEndpoint;
        }
        if (!settings.domain.isBlank()) {
            return ofDomain(settings.domain, settings.region);
        }
        return settings.apiEndpoint != null
                ? settings.apiEndpoint
                : URI.create(new AwsRegion(settings.region).origin("cognito-idp") + "/");
    }

    static boolean isPrefix(String domain) {
        return !domain.contains(".");
    }

    private static URI ofDomain(String domain, String region) {
        if (!isPrefix(domain)) {
            return URI.create("https://" + domain + "/oauth2/token");
        }
        // GovCloud has FIPS endpoints only.
        String service = region.startsWith("us-gov-") ? "auth-fips" : "auth";
        String suffix = region.startsWith("cn-") ? "amazoncognito.com.cn" : "amazoncognito.com";
        return URI.create("https://" + domain + "." + service + "." + region + "." + suffix + "/oauth2/token");
    }
}
