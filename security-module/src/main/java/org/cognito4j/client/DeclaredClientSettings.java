package org.cognito4j.client;

import static org.cognito4j.setting.SettingType.DURATION;
import static org.cognito4j.setting.SettingType.FLAG;
import static org.cognito4j.setting.SettingType.LIST;
import static org.cognito4j.setting.SettingType.TEXT;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingList;
import org.cognito4j.setting.SettingType;

/**
 * Declares every setting of an app client by which the application calls others. Public because packages share it; it is no
 * interface for applications.
 */
public final class DeclaredClientSettings {

    /** All settings of an app client, in the order of their declaration. */
    public static final SettingList ALL = new SettingList();

    private static final String REASON =
            "the annotation is about tokens that the application gets, not about calls that it makes";

    private static final SettingType<URI> ADDRESS =
            SettingType.of(URI::create, URI::toString, "", "Set it to an https address");

    private static final SettingType<Path> FILE =
            SettingType.of(Path::of, Path::toString, "", "Set it to the path of a file");

    private static final SettingType<Supplier<String>> SUPPLIED =
            SettingType.of(text -> () -> text, secret -> "…", "", "");

    static final Setting<String> DOMAIN = setting(
                    "domain", TEXT, "the domain of the user pool: its prefix, or a custom domain")
            .example("my-company")
            .declare();

    static final Setting<String> REGION = setting("region", TEXT, "the AWS region of the user pool")
            .example("eu-west-1")
            .declare();

    static final Setting<URI> TOKEN_ENDPOINT = setting(
                    "token-endpoint", ADDRESS, "the whole address of the token endpoint")
            .shownAs("derived from the domain")
            .example("https://auth.example.com/oauth2/token")
            .declare();

    static final Setting<URI> API_ENDPOINT = setting(
                    "api-endpoint", ADDRESS, "the address at which `GetClientToken` is called")
            .shownAs("derived from the region")
            .example("https://cognito-idp-fips.us-east-1.amazonaws.com/")
            .declare();

    static final Setting<String> CLIENT_ID = setting("client-id", TEXT, "the id of the app client")
            .shownAs("required")
            .example("1example23456789")
            .declare();

    /** The secret of the app client. Its text may change while the application runs, so its value is a supplier. */
    public static final Setting<Supplier<String>> SECRET = setting(
                    "client-secret", SUPPLIED, "the secret of the app client")
            .shownAs("required, or a file")
            .example("0example98765")
            .declare();

    static final Setting<Path> SECRET_FILE = setting("client-secret-file", FILE, "a file that holds the secret")
            .example("/run/secrets/billing")
            .declare();

    /** The other secret of the app client. */
    public static final Setting<Supplier<String>> NEXT_SECRET = setting(
                    "client-secret-next", SUPPLIED, "another secret, tried when the first one is refused")
            .example("1example98765")
            .declare();

    static final Setting<Path> NEXT_SECRET_FILE = setting(
                    "client-secret-next-file", FILE, "a file that holds the other secret")
            .example("/run/secrets/billing-next")
            .declare();

    static final Setting<Boolean> SECRET_IN_BODY = setting(
                    "secret-in-body", FLAG, "whether the secret is sent in the body of the request")
            .byDefault(false)
            .declare();

    static final Setting<List<String>> SCOPES = setting("scopes", LIST, "the scopes to ask for")
            .byDefault(List.of())
            .shownAs("all that the app client may have")
            .example("orders/read")
            .declare();

    static final Setting<Duration> TIMEOUT = setting("timeout", DURATION, "how long one token request may take in all")
            .byDefault(Duration.ofSeconds(5))
            .within(Duration.ofMillis(100), Duration.ofSeconds(30))
            .declare();

    static final Setting<Boolean> ALLOW_LOOPBACK_HTTP = setting(
                    "allow-loopback-http", FLAG, "whether plain `http` to this machine is permitted")
            .byDefault(false)
            .declare();

    /** Not in the list: a store is code, so its timeout is set where the store is. */
    static final Setting<Duration> STORE_TIMEOUT = new SettingList()
            .setting("store-timeout", DURATION, "how long each call of the store may take")
            .byDefault(Duration.ofSeconds(1))
            .within(Duration.ofMillis(10), Duration.ofSeconds(5))
            .declare();

    static {
        setting("client-metadata.<name>", TEXT, "a text for the pool's pre token generation trigger")
                .example("value")
                .declare();
    }

    private DeclaredClientSettings() {}

    private static <T> SettingList.Declaration<T> setting(String key, SettingType<T> type, String meaning) {
        return ALL.setting(key, type, meaning).outsideOfAnnotation(REASON);
    }
}
