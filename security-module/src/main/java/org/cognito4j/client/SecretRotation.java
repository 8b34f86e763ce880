package org.cognito4j.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.client.TokenAnswer.Failed;

/**
 * Presents the secret that works. An app client can have two at a time, so that one can be replaced without downtime:
 * when the one in use is refused, the other is tried, once until a token is granted again. Used by one thread at a time.
 */
final class SecretRotation {

    static final TokenAnswer NO_SECRET = new Failed(TokenFailure.NO_SECRET);

    private final List<Supplier<String>> secrets;
    private int preferred;
    private boolean otherTried;

    /** A rotation that begins with the first secret. */
    SecretRotation(List<Supplier<String>> secrets) {
        this.secrets = secrets;
    }

    /** Asks with the secret that worked last and, if need be, with the other one. */
    TokenAnswer ask(Function<String, TokenAnswer> request) {
        Optional<String> secret = secret();
        TokenAnswer answer = secret.map(request).orElse(NO_SECRET);
        if (!callsForOther(answer)) {
            otherTried &= answer instanceof Failed;
            return answer;
        }
        preferred = (preferred + 1) % secrets.size();
        // With a single secret this reads it anew: it may just have been replaced.
        Optional<String> other = secret();
        if (otherTried || other.isEmpty() || other.equals(secret)) {
            return answer;
        }
        TokenAnswer second = request.apply(other.get());
        otherTried = second instanceof Failed;
        return second;
    }

    private static boolean callsForOther(TokenAnswer answer) {
        return answer.equals(NO_SECRET)
                || (answer instanceof Failed failed && failed.failure().isWrongSecret());
    }

    private Optional<String> secret() {
        return text(secrets.get(preferred));
    }

    /** What a supplier throws may quote what it was about to supply, so it goes no further. */
    static Optional<String> text(Supplier<String> secret) {
        try {
            return Optional.ofNullable(secret.get()).map(String::strip).filter(text -> !text.isEmpty());
        } catch (Throwable e) { // an Error as well
            return Optional.empty();
        }
    }
}
