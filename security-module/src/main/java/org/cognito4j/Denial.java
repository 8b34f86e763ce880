package org.cognito4j;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cognito4j.net.VisibleText;

/**
 * Why a {@link TokenCheck} denies a token. The caller is answered with 401 and {@code denied-by-application} alone; code and detail are for the
 * log and for events. Immutable.
 *
 * @param code the application's own word: 1 to 64 small letters, digits and hyphens, for example {@code tenant-suspended}
 * @param detail more about it, for people; at most 200 characters, of which all but printable ASCII are escaped; may be empty
 * @param rememberedFor how long the denial holds for every request with the token; zero to be asked each time; at most {@link #LONGEST}
 */
public record Denial(String code, String detail, Duration rememberedFor) {

    /** The longest time for which an answer can be remembered: one hour. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int LONGEST_DETAIL = 200;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /**
     * Takes the parts of a denial.
     *
     * @param code 1 to 64 small letters, digits and hyphens
     * @param detail for people
     * @param rememberedFor zero to one hour
     * @throws IllegalArgumentException if the code has another form, or the time is negative or too long
     */
    public Denial {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("The code of a denial has 1 to 64 small letters, digits and hyphens");
        }
        requireShort(rememberedFor);
        Objects.requireNonNull(detail, "detail");
        detail = VisibleText.of(detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
    }

    /**
     * A denial without detail that is not remembered.
     *
     * @param code 1 to 64 small letters, digits and hyphens
     * @return the denial
     * @throws IllegalArgumentException if the code has another form
     */
    public static Denial of(String code) {
        return new Denial(code, "", Duration.ZERO);
    }

    /**
     * Returns this denial with a detail.
     *
     * @param text for people; cut off after 200 characters
     * @return another denial
     */
    public Denial withDetail(String text) {
        return new Denial(code, text, rememberedFor);
    }

    /**
     * Returns this denial for all requests with the token, for some time.
     *
     * @param time zero to one hour
     * @return another denial
     * @throws IllegalArgumentException if the time is negative or too long
     */
    public Denial rememberedFor(Duration time) {
        return new Denial(code, detail, time);
    }

    static void requireShort(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("An answer is remembered for zero to " + LONGEST);
        }
    }
}
