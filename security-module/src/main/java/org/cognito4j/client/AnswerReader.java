package org.cognito4j.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.net.BoundedExchange;
import org.cognito4j.net.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an endpoint answered. Members that are not known are passed over; those that are needed have to make sense,
 * for a token whose life is not known would be asked for over and over again.
 */
record AnswerReader(AnswerNames names, String clientId) {

    private static final int OK = 200;

    /** Of answers that AWS WAF gives itself, for example to have a browser solve a puzzle. */
    private static final String WAF_ACTION = "x-amzn-waf-action";

    private static final int MAX_MEMBERS = 100;
    static final Duration MAX_LIFETIME = Duration.ofDays(1);

    /** A {@code Date} header counts whole seconds, so the last one of a token may be over already. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(1);

    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,64}");

    private static final Set<String> PASSING_ERRORS = Set.of(
            "InternalErrorException",
            "InternalServerException",
            "LimitExceededException",
            "ThrottlingException",
            "TooManyRequestsException",
            "server_error",
            "slow_down",
            "temporarily_unavailable");

    TokenAnswer read(BoundedExchange.Answer answer, Instant requestedAt) {
        Optional<Map<String, Object>> members = members(answer);
        Optional<String> error = members.flatMap(this::errorCode);
        if (answer.status() == OK && error.isEmpty()) {
            return members.flatMap(found -> granted(found, answer, requestedAt))
                    .orElse(new Failed(TokenFailure.NOT_UNDERSTOOD));
        }
        return new Failed(failure(answer, members, error));
    }

    private static Optional<Map<String, Object>> members(BoundedExchange.Answer answer) {
        try {
            return Optional.of(StrictJson.object(answer.body(), MAX_MEMBERS));
        } catch (BoundedExchange.Failed | StrictJson.Malformed e) {
            return Optional.empty();
        }
    }

    private TokenFailure failure(
            BoundedExchange.Answer answer, Optional<Map<String, Object>> members, Optional<String> error) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return new TokenFailure("redirected", false);
        }
        boolean passing = status == 408 || status == 429 || status >= 500;
        String code = error.orElse("http-" + status);
        TokenFailure failure = new TokenFailure(code, passing || PASSING_ERRORS.contains(code), answer.retryAfter());
        if (answer.headers().firstValue(WAF_ACTION).isPresent()) {
            return failure.withHint(FailureHints.FIREWALL);
        }
        return members.filter(this::isOfFunction).isPresent() ? failure.withHint(FailureHints.FUNCTION) : failure;
    }

    /** Cognito gives the failure of a trigger the code of a wrong request and the trigger's name in the description. */
    private boolean isOfFunction(Map<String, Object> members) {
        return members.get(names.description()) instanceof String text && text.contains("PreTokenGeneration");
    }

    /** Only what looks like a code: the text comes from outside. AWS may put a name space before it. */
    private Optional<String> errorCode(Map<String, Object> members) {
        if (!members.containsKey(names.error())) {
            return Optional.empty();
        }
        String text = members.get(names.error()) instanceof String error ? error : "";
        String code = text.substring(text.indexOf('#') + 1);
        return Optional.of(CODE.matcher(code).matches() ? code : TokenFailure.NOT_UNDERSTOOD.code());
    }

    private Optional<TokenAnswer> granted(
            Map<String, Object> members, BoundedExchange.Answer answer, Instant requestedAt) {
        Object holder = names.envelope().<Object>map(members::get).orElse(members);
        if (holder instanceof Map<?, ?> result
                && result.get(names.token()) instanceof String token
                && TokenClaims.isBearerToken(token)
                && isBearer(result.get(names.type()))) {
            return lifetime(result.get(names.lifetime())).map(life -> granted(token, life, answer, requestedAt));
        }
        return Optional.empty();
    }

    /**
     * A token lives as long as the answer says or as it says itself, whichever is less: a gateway that caches answers repeats the first
     * to the end of the second. The token's end is read by the clock of the server, which is the {@code Date} of its answer and the
     * {@code Age} in a cache (RFC 9111 section 5.1); by the clock of this machine if there is no {@code Date}.
     */
    private TokenAnswer granted(String token, Duration claimed, BoundedExchange.Answer answer, Instant requestedAt) {
        TokenClaims claims = TokenClaims.of(token);
        if (!claims.mayBeOf(clientId)) {
            return new Failed(TokenFailure.FOREIGN);
        }
        Duration age = answer.age().orElse(Duration.ZERO);
        Instant now = answer.sentAt().map(sent -> sent.plus(age)).orElse(requestedAt);
        Duration own = claims.expiresAt().map(end -> Duration.between(now, end)).orElse(claimed);
        Duration life = shorter(claimed.minus(age), own);
        if (life.compareTo(claims.expiresAt().isPresent() ? LEAST_LIFE : Duration.ZERO) <= 0) {
            return new Failed(TokenFailure.EXPIRED);
        }
        boolean isDated = !age.isZero() || claims.expiresAt().isPresent();
        Duration whole =
                claims.life().filter(full -> full.compareTo(claimed) > 0).orElse(claimed);
        return new Granted(token, requestedAt, life, isDated ? Optional.of(whole) : Optional.empty());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** The type goes without saying, but must not be another one. */
    private static boolean isBearer(@Nullable Object type) {
        return type == null || (type instanceof String text && text.equalsIgnoreCase("Bearer"));
    }

    private static Optional<Duration> lifetime(@Nullable Object seconds) {
        if (!(seconds instanceof Number)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(seconds.toString());
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(MAX_LIFETIME.toSeconds())) > 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(number.movePointRight(3).longValue()));
    }
}
