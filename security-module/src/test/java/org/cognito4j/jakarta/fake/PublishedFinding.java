package org.cognito4j.jakarta.fake;

import jakarta.servlet.ServletContext;
import org.cognito4j.jakarta.AuthenticatorFinding;

/** Lets tests of other packages say who authenticates the callers of an application. */
public final class PublishedFinding {

    private PublishedFinding() {}

    /** Publishes a finding. */
    public static void in(ServletContext application, boolean isModule) {
        new AuthenticatorFinding(isModule, isModule, "a test").publishIn(application);
    }
}
