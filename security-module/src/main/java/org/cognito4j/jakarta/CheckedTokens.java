package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.Denial;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenChecks;
import org.cognito4j.Verification;
import org.cognito4j.Verification.Accepted;
import org.jspecify.annotations.Nullable;

/** Puts the checks of the application behind the verification of each token, so that nothing hears of a caller whom they deny. */
final class CheckedTokens implements AutoCloseable {

    private final TokenChecks checks;

    CheckedTokens(TokenChecks checks) {
        this.checks = checks;
    }

    /** A judge of tokens whose callers the checks admit; the same one if there are no checks. */
    Function<String, Verification> behind(Function<String, Verification> judge, HttpServletRequest request) {
        return checks.isEmpty() ? judge : token -> checked(judge.apply(token), () -> request);
    }

    /**
     * The outcome after the checks.
     *
     * @param request finds the request; null where none is known
     * @throws org.cognito4j.TokenCheckFailed if there is no answer
     */
    Verification checked(Verification outcome, Supplier<@Nullable HttpServletRequest> request) {
        if (checks.isEmpty() || !(outcome instanceof Accepted accepted)) {
            return outcome;
        }
        HttpServletRequest known = request.get();
        RequestFacts facts = known == null ? RequestFacts.NONE : CheckedRequest.of(known);
        Optional<Denial> denial = checks.ask(accepted.token(), facts);
        return denial.isEmpty() ? outcome : accepted.deniedBy(denial.get());
    }

    @Override
    public void close() {
        checks.close();
    }
}
