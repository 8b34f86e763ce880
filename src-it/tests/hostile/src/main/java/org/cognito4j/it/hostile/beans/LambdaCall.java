package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.RequestScoped;
import java.util.stream.Stream;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on a method that a stream calls. */
@RequestScoped
public class LambdaCall implements Orders {

    @Override
    public String find(String caller) {
        return Stream.of(caller).map(this::secret).findFirst().orElse("");
    }

    /** Finds it. */
    @RequiresScope("read")
    public String secret(String caller) {
        return Secret.of(caller);
    }
}
