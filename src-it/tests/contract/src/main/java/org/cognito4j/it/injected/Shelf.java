package org.cognito4j.it.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Lives as long as the application, and keeps whatever it was given for a caller at any time. */
@ApplicationScoped
public class Shelf extends ShelfWithToken {

    /** Asks who the caller is. */
    public static final class Question {

        private String answer = "";

        String answer() {
            return answer;
        }
    }

    private final Map<String, AccessToken> kept = new ConcurrentHashMap<>();
    private final AccessToken constructed;
    private final Instance<AccessToken> tokens;

    /** For the container's proxy. */
    protected Shelf() {
        this.constructed = null;
        this.tokens = null;
    }

    @Inject
    Shelf(AccessToken constructed, Instance<AccessToken> tokens) {
        this.constructed = constructed;
        this.tokens = tokens;
    }

    public String constructed() {
        return constructed.clientId();
    }

    public String inherited() {
        return inherited.clientId();
    }

    public String kept() {
        return kept.computeIfAbsent("first", key -> tokens.get()).clientId();
    }

    void answer(@Observes Question question, AccessToken token, CognitoPrincipal caller) {
        question.answer = token.clientId() + "/" + caller.getName();
    }
}
