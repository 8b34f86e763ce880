package org.cognito4j.net;

import java.util.Arrays;
import java.util.Optional;

/** Why an HTTP proxy that asks for credentials (status 407, RFC 9110 section 15.5.8) lets no request pass. */
public enum ProxyRefusal {

    /** The JDK's default {@code Authenticator} has no credentials for the proxy. */
    CREDENTIALS_MISSING(
            "proxy-credentials-missing",
            "the proxy asks for credentials",
            "Give them to the JVM by java.net.Authenticator.setDefault, for requests of the type PROXY"),

    /** The proxy refuses the credentials. */
    CREDENTIALS_REFUSED(
            "proxy-credentials-refused",
            "the proxy refuses the credentials of the default java.net.Authenticator",
            "Correct the user name and the password that it returns; an application that sets"
                    + " jdk.http.auth.tunneling.disabledSchemes by itself comes too late, set it at the start of the JVM"),

    /** The JDK removes such credentials from requests to a proxy. */
    BASIC_DISABLED(
            "proxy-basic-disabled",
            "the proxy asks for credentials, and this JVM sends none by the scheme Basic",
            "Start the JVM with -Djdk.http.auth.tunneling.disabledSchemes= (for http addresses"
                    + " -Djdk.http.auth.proxying.disabledSchemes=), with nothing after the equals sign"),

    /** The proxy wants something else than a user name and a password. */
    SCHEME_UNSUPPORTED(
            "proxy-scheme-unsupported",
            "the proxy asks for credentials by another scheme than Basic",
            "Let the proxy accept Basic, or let it pass this host without credentials");

    private final String code;
    private final String problem;
    private final String remedy;

    ProxyRefusal(String code, String problem, String remedy) {
        this.code = code;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * Returns the refusal with a code.
     *
     * @param code as {@link #code()} returns it
     * @return empty if the code is another failure's
     */
    public static Optional<ProxyRefusal> of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst();
    }

    /**
     * Returns the word for the refusal.
     *
     * @return a stable text in kebab-case
     */
    public String code() {
        return code;
    }

    /**
     * Returns what to do about it.
     *
     * @return a sentence for the operator, without a full stop
     */
    public String remedy() {
        return remedy;
    }

    /** Problem and remedy for a log line. */
    String sentence() {
        return problem + " (407): " + remedy;
    }
}
