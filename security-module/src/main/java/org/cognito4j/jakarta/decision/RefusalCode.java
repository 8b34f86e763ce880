package org.cognito4j.jakarta.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cognito4j.RejectionReason;

/** The words for why a request was refused: a token's reasons, and these where it is not the token. Stable, too. */
public final class RefusalCode {

    /** The header is none of a bearer token. */
    public static final String MALFORMED_AUTHORIZATION = "malformed-authorization";
    /** The token does not give the role or scope that is required. */
    public static final String INSUFFICIENT_SCOPE = "insufficient-scope";
    /** The keys to verify the signature with are not available. */
    public static final String KEYS_UNAVAILABLE = "keys-unavailable";
    /** An exception was thrown during authentication. */
    public static final String MODULE_FAILED = "module-failed";

    /** The request has no token where one is needed. Counted alone: such a request has no record. */
    public static final String NO_TOKEN = "no-token";

    /** The resource needs a caller, and no token counts there: {@code cognito.paths} leaves it out. */
    public static final String NO_AUTHENTICATION = "no-authentication";

    /** The server let a request with a token pass without asking the module about it. */
    public static final String NOT_ASKED = "not-asked";

    /** A part of the module failed to start, so the application stays closed. */
    public static final String START_FAILED = "start-failed";

    /** The JAX-RS implementation does not ask the module about the annotations of the resource. */
    public static final String UNCHECKED_RESOURCE = "unchecked-resource";

    private static final List<String> BESIDE_THE_TOKEN = List.of(
            MALFORMED_AUTHORIZATION,
            INSUFFICIENT_SCOPE,
            KEYS_UNAVAILABLE,
            MODULE_FAILED,
            NO_TOKEN,
            NO_AUTHENTICATION,
            NOT_ASKED,
            START_FAILED,
            UNCHECKED_RESOURCE);

    private RefusalCode() {}

    /** Returns every code that there is. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(BESIDE_THE_TOKEN);
        Arrays.stream(RejectionReason.values()).map(RejectionReason::code).forEach(all::add);
        return List.copyOf(all);
    }
}
