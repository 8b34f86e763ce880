package org.cognito4j.cli;

/** What scripts can go by. Stable. */
final class ExitCodes {

    static final int GOOD = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int FAILURE = 3;

    static final String HEADING = "%nExit codes:%n";
    static final String GOOD_TEXT = "0:the token is accepted; the configuration has no fault";
    static final String FAULT_TEXT = "1:the token is refused, or nobody can tell; the configuration has a fault";
    static final String POLICY_GOOD_TEXT = "0:the policy is now as asked for, or was before; the policy has no fault";
    static final String POLICY_FAULT_TEXT = "1:the policy file cannot be read or changed, and is as it was";
    static final String FIGURES_GOOD_TEXT = "0:the figures are printed";
    static final String FIGURES_FAULT_TEXT = "1:a figures file cannot be read";
    static final String USAGE_TEXT = "2:the command line or the settings cannot be used, or there is no token";
    static final String FAILURE_TEXT = "3:the program itself failed";

    private ExitCodes() {}
}
