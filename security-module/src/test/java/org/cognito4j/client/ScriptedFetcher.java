package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.jspecify.annotations.Nullable;

/** Gives token after token, or fails as long as it is told to, and notes when it was asked. */
final class ScriptedFetcher implements TokenFetcher {

    private final FakeTime time;
    private final List<Instant> asked = new ArrayList<>();
    private Supplier<TokenAnswer> script;

    ScriptedFetcher(FakeTime time) {
        this.time = time;
        this.script = this::grant;
    }

    @Override
    public TokenAnswer fetch(@Nullable String refused) {
        asked.add(time.instant());
        return script.get();
    }

    /** A token of one hour. */
    TokenAnswer grant() {
        return grant(Duration.ofHours(1));
    }

    TokenAnswer grant(Duration lifetime) {
        return new Granted("token-" + asked.size(), time.instant(), lifetime);
    }

    void answers(Supplier<TokenAnswer> answer) {
        script = answer;
    }

    void failsWith(TokenFailure failure) {
        script = () -> new Failed(failure);
    }

    void works() {
        script = this::grant;
    }

    int requests() {
        return asked.size();
    }

    /** The pauses between the requests so far. */
    List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            pauses.add(Duration.between(asked.get(i - 1), asked.get(i)));
        }
        return pauses;
    }
}
