package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on an observer of an event. */
@ApplicationScoped
public class ObservingBean implements Orders {

    @Inject
    private Event<StringBuilder> asked;

    @Override
    public String find(String caller) {
        StringBuilder answer = new StringBuilder(caller);
        asked.fire(answer);
        return answer.toString();
    }

    @RequiresScope("read")
    void on(@Observes StringBuilder answer) {
        answer.replace(0, answer.length(), Secret.of(answer.toString()));
    }
}
