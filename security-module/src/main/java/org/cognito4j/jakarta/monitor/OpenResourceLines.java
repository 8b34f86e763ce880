package org.cognito4j.jakarta.monitor;

import jakarta.servlet.ServletContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open resources of an application, a line each, as {@link SecurityMXBean#getOpenResources} returns them. */
public final class OpenResourceLines {

    private static final String ATTRIBUTE = OpenResourceLines.class.getName();

    private OpenResourceLines() {}

    /** Keeps the lines of an application that has been examined. */
    public static void publishIn(ServletContext application, List<String> lines) {
        application.setAttribute(ATTRIBUTE, List.copyOf(lines));
    }

    /** Returns the lines of an application; empty before it has been examined. */
    @SuppressWarnings("unchecked") // set here and nowhere else
    static List<String> of(@Nullable ServletContext application) {
        Object lines = application == null ? null : application.getAttribute(ATTRIBUTE);
        return lines instanceof List<?> ? (List<String>) lines : List.of();
    }
}
