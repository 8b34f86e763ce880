package org.cognito4j.jakarta.container;

import java.security.Principal;
import java.util.Set;

/** What a container learns about the caller of one request. */
public sealed interface ContainerOutcome {

    /** There is no caller and nothing was wrong with that: the container decides whether one is needed. */
    record Anonymous() implements ContainerOutcome {}

    /** The response is the answer; the request must go no further. */
    record Answered() implements ContainerOutcome {}

    /**
     * There is a caller.
     *
     * @param principal the caller, of the class that the application will see
     * @param roles the roles, possibly none; unmodifiable
     */
    record Caller(Principal principal, Set<String> roles) implements ContainerOutcome {}
}
