package org.cognito4j.jakarta.access;

import jakarta.ejb.ApplicationException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A call that its caller may not make. The module itself turns it into the HTTP answer that it holds, whether a servlet
 * or a JAX-RS resource lets it through, also as the cause of another exception; an application may catch it to answer
 * otherwise.
 *
 * <p>Enterprise beans throw it as it is and leave transactions alone, as with any application exception. Where there are no
 * enterprise beans, the JVM ignores the annotation that says so.
 */
@ApplicationException // without members: compilers of applications that lack the class warn of those
public final class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Causes that are looked at: they may lead in a circle. */
    static final int DEEPEST = 10;

    /** The HTTP status. */
    private final int status;

    /** The headers of the answer, by their names. */
    private final TreeMap<String, String> headers = new TreeMap<>();

    /** Without a stack trace: a refusal is an answer to a caller, and there may be thousands a second. */
    AccessRefused(Refusal refusal) {
        super("The caller is refused with status " + refusal.status(), null, true, false);
        this.status = refusal.status();
        headers.putAll(refusal.headers());
    }

    /**
     * Returns the refusal that a failure is or has among its causes.
     *
     * @param failure what was thrown; null if nothing was
     * @return empty if there is none among the first ten causes
     */
    public static Optional<AccessRefused> within(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof AccessRefused refused) {
                return Optional.of(refused);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * The HTTP status.
     *
     * @return 401 if nobody is calling, 403 if the caller's token does not suffice
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the answer, among them the challenge (RFC 6750 section 3).
     *
     * @return an unmodifiable map
     */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
