package org.cognito4j;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * One token and what has to become of it.
 *
 * @param id area and name, unique
 * @param comment why somebody would send that
 * @param service where it is sent to
 * @param mutation what is done to a genuine machine token
 * @param reason why it is rejected; empty if it is accepted
 */
record Vector(
        String id, String comment, Service service, Consumer<TokenDraft> mutation, Optional<RejectionReason> reason) {

    String mint(TestPool pool) {
        TokenDraft draft = pool.token();
        mutation.accept(draft);
        return draft.mint();
    }

    @Override
    public String toString() {
        return id + " (" + comment + ")";
    }
}
