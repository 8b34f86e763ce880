package org.cognito4j.client;

import static org.cognito4j.client.DeclaredClientSettings.API_ENDPOINT;
import static org.cognito4j.client.DeclaredClientSettings.DOMAIN;
import static org.cognito4j.client.DeclaredClientSettings.REGION;
import static org.cognito4j.client.DeclaredClientSettings.TOKEN_ENDPOINT;

import java.net.URI;
import java.util.Optional;
import org.cognito4j.net.AwsRegion;
import org.cognito4j.setting.SettingValues;

/** Where tokens are asked for, as it follows from settings without a fault. */
final class EndpointAddress {

    private EndpointAddress() {}

    static URI of(SettingValues settings) {
        Optional<URI> set = settings.find(TOKEN_ENDPOINT);
        if (set.isPresent()) {
            return set.get();
        }
        Optional<String> domain = domain(settings);
        String region = region(settings).orElse("");
        if (domain.isPresent()) {
            return ofDomain(domain.get(), region);
        }
        return settings.find(API_ENDPOINT)
                .orElseGet(() -> URI.create(new AwsRegion(region).origin("cognito-idp") + "/"));
    }

    /** Whether it is that of the user pools API. */
    static boolean isOfApi(SettingValues settings) {
        return settings.find(TOKEN_ENDPOINT).isEmpty() && domain(settings).isEmpty();
    }

    static Optional<String> domain(SettingValues settings) {
        return settings.find(DOMAIN).filter(domain -> !domain.isBlank());
    }

    static Optional<String> region(SettingValues settings) {
        return settings.find(REGION).filter(region -> !region.isBlank());
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
