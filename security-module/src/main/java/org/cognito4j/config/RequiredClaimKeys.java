package org.cognito4j.config;

import java.util.List;
import java.util.Set;
import org.cognito4j.SettingFault;

/** The keys of claims with required values, as in {@code required-claims."tenant"}, where the quotes may be left out. */
final class RequiredClaimKeys {

    static final String START = "required-claims.";

    private RequiredClaimKeys() {}

    /** Returns whether a key, without its prefix, requires a claim. */
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

    /**
     * Faults for environment variables that require a claim and do not say which one. Elsewhere such a variable is a warning; here it
     * would let tokens in that it was to keep out.
     */
    static List<SettingFault> unclear(Set<String> variables) {
        return variables.stream()
                .filter(variable -> variable.contains("REQUIRED_CLAIMS_"))
                .map(variable -> new SettingFault(
                        variable,
                        "does not say which claim it requires, as the name of a variable has capital letters alone",
                        "Set cognito." + key("<claim>") + " in another place, for example by a system property"))
                .toList();
    }
}
