package org.cognito4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.net.StrictJson;

/** The claims of a token, each read as the one type it may have. Not verified until {@link ClaimRules} says so. */
record Claims(Map<String, Object> values) {

    /** 9999-12-31T23:59:59Z: no token lives longer, and nothing overflows before. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private static final int MAX_VALUES = 2_000;

    /** What decides which key the token has to be signed with, and whether that key is worth fetching. */
    private static final Set<String> DECIDE_THE_KEY = Set.of("iss", "token_use", "client_id", "exp");

    /** All claims, for a token whose signature has been checked. */
    static Claims parse(byte[] payload) throws TokenRejected {
        try {
            return new Claims(StrictJson.object(payload, MAX_VALUES));
        } catch (StrictJson.Malformed e) {
            throw TokenRejected.of(RejectionReason.CLAIMS_MALFORMED);
        }
    }

    /** As many of the claims as it takes to find the key. */
    static Claims parseUnsigned(byte[] payload) throws TokenRejected {
        try {
            return new Claims(StrictJson.members(DECIDE_THE_KEY, payload));
        } catch (StrictJson.Malformed e) {
            throw TokenRejected.of(RejectionReason.CLAIMS_MALFORMED);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean hasText(String name) {
        return values.get(name) instanceof String text && !text.isEmpty();
    }

    /** The claim if it is a string. */
    Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The strings of a claim that is a string or an array of nothing but strings; none of any other claim. */
    Set<String> texts(String name) {
        Object value = values.get(name);
        Set<String> texts = new LinkedHashSet<>();
        for (Object element : value instanceof List<?> list ? list : Collections.singletonList(value)) {
            if (!(element instanceof String text)) {
                return Set.of();
            }
            texts.add(text);
        }
        return Collections.unmodifiableSet(texts);
    }

    /**
     * The claim if it is a NumericDate (RFC 7519 section 2): seconds since 1970-01-01T00:00:00Z, fractions allowed,
     * neither negative nor past the year 9999. Finer than nanoseconds is cut off.
     */
    Optional<Instant> instant(String name) {
        Object value = values.get(name);
        // What Cognito writes, without a detour over big numbers.
        if (value instanceof Long seconds) {
            return seconds < 0 || seconds > LAST_SECOND
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(seconds));
        }
        return value instanceof BigDecimal seconds ? instant(seconds) : Optional.empty();
    }

    private static Optional<Instant> instant(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
            return Optional.empty();
        }
        BigInteger nanos =
                seconds.multiply(NANOS).setScale(0, RoundingMode.FLOOR).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(NANOS.toBigInteger());
        return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    /** The names only: values may be personal. */
    @Override
    public String toString() {
        return "Claims" + values.keySet();
    }
}
