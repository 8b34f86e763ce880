package org.cognito4j.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cognito4j.net.Quietly;

/** The ends of rounds: they are noted while a {@link TokenCache} holds its lock, and callers are let go without it. Thread-safe. */
final class RoundEnds {

    private final Queue<Runnable> noted = new ConcurrentLinkedQueue<>();

    void add(TokenRound round, HeldToken token) {
        noted.add(() -> round.end().complete(token));
    }

    void add(TokenRound round, TokenFailure failure) {
        TokenRequestFailed reason = new TokenRequestFailed(failure);
        noted.add(() -> round.end().completeExceptionally(reason));
    }

    void letCallersGo() {
        for (Runnable end = noted.poll(); end != null; end = noted.poll()) {
            Quietly.run(end);
        }
    }
}
