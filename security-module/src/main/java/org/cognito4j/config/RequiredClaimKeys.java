package org.cognito4j.config;

/** The keys of claims with required values, as in {@code required-claims."tenant"}, where the quotes may be left out. */
final class RequiredClaimKeys {

    static final String START = "required-claims.";

    private RequiredClaimKeys() {}

    /** Whether a key, without its prefix, is one of them. */
    static boolean isKey(String key) {
        return key.startsWith(START) && key.length() > START.length();
    }

    /** The key with its quotes. */
    static String key(String claim) {
        return START + "\"" + claim + "\"";
    }

    /** The claim of a key that has nothing before it. */
    static String claim(String key) {
        return key.substring(START.length()).replaceAll("^\"(.*)\"$", "$1");
    }
}
