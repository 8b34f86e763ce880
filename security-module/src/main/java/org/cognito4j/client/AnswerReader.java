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
record AnswerReader(AnswerNames names) {

    private static final int OK = 200;
    private static final int MAX_MEMBERS = 100;
    private static final int MAX_TOKEN_LENGTH = 16_384;
    private static final Duration MAX_LIFETIME = Duration.ofDays(1);

    /** What may follow {@code Bearer} in a header (RFC 6750 section 2.1). */
    private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

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

    private static final Failure NOT_UNDERSTOOD = new Failure("answer-not-understood", false);

    TokenAnswer read(BoundedExchange.Answer answer, Instant requestedAt) {
        Optional<Map<String, Object>> members = members(answer);
        Optional<String> error = members.flatMap(this::errorCode);
        if (answer.status() == OK && error.isEmpty()) {
            return members.flatMap(found -> granted(found, requestedAt)).orElse(new Failed(NOT_UNDERSTOOD));
        }
        return new Failed(failure(answer, error));
    }

    private static Optional<Map<String, Object>> members(BoundedExchange.Answer answer) {
        try {
            return Optional.of(StrictJson.object(answer.body(), MAX_MEMBERS));
        } catch (BoundedExchange.Failed | StrictJson.Malformed e) {
            return Optional.empty();
        }
    }

    private static Failure failure(BoundedExchange.Answer answer, Optional<String> error) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return new Failure("redirected", false);
        }
        boolean passing = status == 408 || status == 429 || status >= 500;
        String code = error.orElse("http-" + status);
        return new Failure(code, passing || PASSING_ERRORS.contains(code), answer.retryAfter());
    }

    /** Only what looks like a code: the text comes from outside. AWS may put a name space before it. */
    private Optional<String> errorCode(Map<String, Object> members) {
        if (!members.containsKey(names.error())) {
            return Optional.empty();
        }
        String text = members.get(names.error()) instanceof String error ? error : "";
        String code = text.substring(text.indexOf('#') + 1);
        return Optional.of(CODE.matcher(code).matches() ? code : NOT_UNDERSTOOD.code());
    }

    private Optional<TokenAnswer> granted(Map<String, Object> members, Instant requestedAt) {
        Object holder = names.envelope().<Object>map(members::get).orElse(members);
        if (holder instanceof Map<?, ?> result
                && result.get(names.token()) instanceof String token
                && token.length() <= MAX_TOKEN_LENGTH
                && BEARER_TOKEN.matcher(token).matches()
                && isBearer(result.get(names.type()))) {
            return lifetime(result.get(names.lifetime())).map(life -> new Granted(token, requestedAt, life));
        }
        return Optional.empty();
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
