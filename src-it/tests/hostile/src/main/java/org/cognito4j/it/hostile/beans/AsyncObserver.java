package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on an observer that another thread notifies, which has no caller. */
@ApplicationScoped
public class AsyncObserver implements Orders {

    @Inject
    private Event<StringBuffer> asked;

    @Override
    public String find(String caller) {
        StringBuffer answer = new StringBuffer(caller);
        asked.fireAsync(answer)
                .exceptionally(refused -> answer)
                .toCompletableFuture()
                .join();
        return answer.toString();
    }

    /** Answers. */
    @RequiresScope("read")
    void on(@ObservesAsync StringBuffer answer) {
        answer.replace(0, answer.length(), Secret.of(answer.toString()));
    }
}
