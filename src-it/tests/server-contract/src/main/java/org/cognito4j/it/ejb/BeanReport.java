package org.cognito4j.it.ejb;

import jakarta.ejb.SessionContext;
import org.cognito4j.it.app.CallerReport;

/** What an enterprise bean sees of its caller, in the lines of {@link CallerReport}. */
public final class BeanReport {

    private BeanReport() {}

    /** The lines. */
    public static String of(SessionContext context) {
        return "caller=" + context.getCallerPrincipal().getName() + "\nprincipal="
                + CallerReport.type(context.getCallerPrincipal()) + "\nreads=" + context.isCallerInRole("read")
                + "\nwrites=" + context.isCallerInRole("write") + "\n";
    }
}
