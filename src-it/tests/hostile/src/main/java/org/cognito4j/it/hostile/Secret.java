package org.cognito4j.it.hostile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What each hostile application has to keep. */
public final class Secret {

    /** The text that no caller may see who must not. */
    public static final String TEXT = "the secret of the orders";

    private Secret() {}

    /** Returns the secret with the name of its caller. */
    public static String of(@Nullable Principal caller) {
        return of(caller == null ? "" : caller.getName());
    }

    /** Returns the secret with the name of its caller. */
    public static String of(String caller) {
        return TEXT + ", caller=" + caller;
    }

    /** Answers with the secret, in a header too, as some methods have no body. */
    public static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Secret", TEXT);
        response.setContentType("text/plain");
        response.getWriter().println(of(request.getUserPrincipal()));
    }
}
