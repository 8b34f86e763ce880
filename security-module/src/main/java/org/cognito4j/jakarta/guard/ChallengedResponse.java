package org.cognito4j.jakarta.guard;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a 403 of the application the challenge for its caller, if the caller has just lacked a role and the application has
 * no challenge of its own. Any other 403 is the application's own business, which no scope would change.
 */
public final class ChallengedResponse extends HttpServletResponseWrapper {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String CACHE_CONTROL = "Cache-Control";

    private final RoleAnswers answers;
    private final String challenge;
    private final AtomicBoolean isChallenged = new AtomicBoolean();
    private volatile @Nullable Consumer<@Nullable String> counter;

    /**
     * A response to a caller.
     *
     * @param answers what the caller was asked for
     * @param challenge the challenge for a caller who lacks a role
     */
    public ChallengedResponse(HttpServletResponse response, RoleAnswers answers, String challenge) {
        super(response);
        this.answers = answers;
        this.challenge = challenge;
    }

    /**
     * The application has returned from its work on the request, though other threads may go on.
     *
     * @param count called once if the challenge of this response is the one that was given here, with the role that the caller lacks
     */
    public void isServed(Consumer<@Nullable String> count) {
        counter = count;
        if (isChallenged.getAndSet(false)) {
            count.accept(answers.missingRole());
        }
    }

    @Override
    public void setStatus(int status) {
        challenge(status);
        super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        challenge(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        challenge(status);
        super.sendError(status, message);
    }

    /** JAX-RS implementations set the status first, then the headers. */
    @Override
    public void setHeader(String name, String value) {
        replaces(name);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (replaces(name)) {
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        isChallenged.set(false);
        super.reset();
    }

    private boolean replaces(String name) {
        return CHALLENGE.equalsIgnoreCase(name) && isChallenged.getAndSet(false);
    }

    private void note() {
        Consumer<@Nullable String> count = counter;
        if (count == null) {
            isChallenged.set(true);
        } else {
            count.accept(answers.missingRole());
        }
    }

    private void challenge(int status) {
        if (status != SC_FORBIDDEN || containsHeader(CHALLENGE)) {
            return;
        }
        if (answers.lacksRole()) {
            super.setHeader(CHALLENGE, challenge);
            super.setHeader(CACHE_CONTROL, "no-store");
            note();
        } else if (!containsHeader(CACHE_CONTROL)) {
            super.setHeader(CACHE_CONTROL, "no-store");
        }
    }
}
