package org.cognito4j.net;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/**
 * The schemes of authentication that the JDK's HTTP client removes from requests to a proxy. The JDK reads them once, from a system
 * property or else from its {@code conf/net.properties}, where Basic is disabled for {@code https} addresses.
 */
final class DisabledSchemes {

    private static final String FOR_HTTPS = "jdk.http.auth.tunneling.disabledSchemes";
    private static final String FOR_HTTP = "jdk.http.auth.proxying.disabledSchemes";

    private DisabledSchemes() {}

    /** Returns whether credentials by the scheme Basic would be removed from a request. */
    static boolean includeBasic(URI target) {
        String property = "https".equalsIgnoreCase(target.getScheme()) ? FOR_HTTPS : FOR_HTTP;
        String schemes = System.getProperty(property);
        return Arrays.stream((schemes == null ? ofTheJdk(property) : schemes).split(","))
                .anyMatch(scheme -> scheme.trim().equalsIgnoreCase("Basic"));
    }

    private static String ofTheJdk(String property) {
        Properties settings = new Properties();
        Path file = Path.of(System.getProperty("java.home", ""), "conf", "net.properties");
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            settings.load(text);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
        return settings.getProperty(property, "");
    }
}
