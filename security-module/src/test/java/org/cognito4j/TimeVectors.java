package org.cognito4j;

import static org.cognito4j.RejectionReason.CLAIMS_MALFORMED;
import static org.cognito4j.RejectionReason.ISSUED_IN_FUTURE;
import static org.cognito4j.RejectionReason.LIFETIME_TOO_LONG;
import static org.cognito4j.RejectionReason.NOT_YET_VALID;
import static org.cognito4j.RejectionReason.TIME_INVALID;
import static org.cognito4j.RejectionReason.TOKEN_EXPIRED;

import java.util.List;

/** {@code exp}, {@code iat} and {@code nbf} (RFC 7519 sections 2 and 4.1.4 to 4.1.6), with a skew of a minute. */
final class TimeVectors {

    private static final long NOW = TestPool.NOW.getEpochSecond();
    private static final long DAY = 86_400;
    private static final long SKEW = 60;

    private TimeVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("time");
        expiry(table);
        issue(table);
        lifetime(table);
        notBefore(table);
        notNumbers(table);
        spellings(table);
        return table.rows();
    }

    private static void expiry(VectorTable table) {
        table.rejected(
                TOKEN_EXPIRED,
                "exp-second-before",
                "expired longer ago than the skew",
                token -> old(token).claim("exp", NOW - SKEW - 1));
        table.rejected(
                TOKEN_EXPIRED,
                "exp-at",
                "expired exactly the skew ago: on or after is too late",
                token -> old(token).claim("exp", NOW - SKEW));
        table.accepted(
                "exp-second-after",
                "expired less than the skew ago",
                token -> old(token).claim("exp", NOW - SKEW + 1));
        table.rejected(
                TOKEN_EXPIRED,
                "exp-fraction-before",
                "a thousandth too early",
                token -> old(token).claim("exp", NOW - SKEW - 1 + ".999"));
        table.rejected(
                TOKEN_EXPIRED,
                "exp-fraction-at",
                "exactly, written with a fraction",
                token -> old(token).claim("exp", NOW - SKEW + ".000"));
        table.accepted(
                "exp-fraction-after", "a thousandth left", token -> old(token).claim("exp", NOW - SKEW + ".001"));
        table.accepted(
                "exp-nanosecond-after",
                "a nanosecond left",
                token -> old(token).claim("exp", NOW - SKEW + ".000000001"));
        table.rejected(
                TOKEN_EXPIRED,
                "exp-below-nanosecond",
                "less than a nanosecond does not count",
                token -> old(token).claim("exp", NOW - SKEW + ".0000000009"));
        table.rejected(
                TOKEN_EXPIRED,
                "exp-an-hour-ago",
                "expired an hour ago",
                token -> old(token).claim("exp", NOW - 3_600));
        for (String zero : List.of("0", "-0", "0.0", "0e0", "-0.0", "0E+5", "1", "1.5")) {
            table.rejected(
                    TOKEN_EXPIRED,
                    "exp-" + zero,
                    "1970",
                    token -> token.claim("iat", 0).claim("exp", zero));
        }
        table.at(Service.WITHOUT_SKEW);
        table.rejected(
                TOKEN_EXPIRED,
                "exp-no-skew-before",
                "a second ago",
                token -> old(token).claim("exp", NOW - 1));
        table.rejected(
                TOKEN_EXPIRED, "exp-no-skew-at", "now", token -> old(token).claim("exp", NOW));
        table.accepted("exp-no-skew-after", "in a second", token -> old(token).claim("exp", NOW + 1));
        table.at(Service.FOR_MACHINES);
    }

    private static void issue(VectorTable table) {
        table.accepted(
                "iat-second-before", "issued ahead by less than the skew", token -> token.claim("iat", NOW + SKEW - 1));
        table.accepted("iat-at", "issued ahead by exactly the skew", token -> token.claim("iat", NOW + SKEW));
        table.rejected(
                ISSUED_IN_FUTURE,
                "iat-second-after",
                "issued ahead by more",
                token -> token.claim("iat", NOW + SKEW + 1));
        table.rejected(
                ISSUED_IN_FUTURE,
                "iat-fraction-after",
                "by a thousandth more",
                token -> token.claim("iat", NOW + SKEW + ".001"));
        table.rejected(
                ISSUED_IN_FUTURE, "iat-an-hour-ahead", "issued in an hour", token -> token.claim("iat", NOW + 3_599));
        table.at(Service.WITHOUT_SKEW);
        table.accepted("iat-no-skew-at", "issued now", token -> token.claim("iat", NOW));
        table.rejected(
                ISSUED_IN_FUTURE, "iat-no-skew-after", "issued in a second", token -> token.claim("iat", NOW + 1));
        table.at(Service.FOR_MACHINES);
        table.accepted(
                "exp-before-iat",
                "two clocks that differ by less than the skew",
                token -> token.claim("iat", NOW + 30).claim("exp", NOW + 29));
        table.accepted(
                "exp-after-iat",
                "a second of life",
                token -> token.claim("iat", NOW + 30).claim("exp", NOW + 31));
    }

    private static void lifetime(VectorTable table) {
        table.accepted("life-a-day", "the longest that Cognito gives", token -> token.claim("exp", NOW + DAY));
        table.accepted("life-second-before", "within the skew", token -> token.claim("exp", NOW + DAY + SKEW - 1));
        table.accepted("life-at", "exactly the skew more", token -> token.claim("exp", NOW + DAY + SKEW));
        table.rejected(
                LIFETIME_TOO_LONG,
                "life-second-after",
                "a second more",
                token -> token.claim("exp", NOW + DAY + SKEW + 1));
        table.rejected(
                LIFETIME_TOO_LONG,
                "life-began-long-ago",
                "issued a year ago and still alive",
                token -> token.claim("iat", NOW - 365 * DAY));
        table.rejected(
                LIFETIME_TOO_LONG, "life-iat-zero", "issued in 1970 and still alive", token -> token.claim("iat", 0));
        table.rejected(
                LIFETIME_TOO_LONG,
                "life-2-to-the-32",
                "where 32 bits end",
                token -> token.claim("exp", 4_294_967_296L));
        table.rejected(
                LIFETIME_TOO_LONG, "life-year-9999", "the last second", token -> token.claim("exp", 253_402_300_799L));
        table.at(Service.FOR_SHORT_LIVES);
        table.accepted(
                "life-own-at", "exactly what this service has set", token -> token.claim("exp", NOW + 3_600 + SKEW));
        table.rejected(
                LIFETIME_TOO_LONG,
                "life-own-after",
                "a second more than it has set",
                token -> token.claim("exp", NOW + 3_600 + SKEW + 1));
        table.at(Service.FOR_MACHINES);
    }

    private static void notBefore(VectorTable table) {
        table.accepted("nbf-past", "long since valid", token -> token.claim("nbf", NOW - 3_600));
        table.accepted("nbf-second-before", "valid within the skew", token -> token.claim("nbf", NOW + SKEW - 1));
        table.accepted("nbf-at", "valid from exactly now, with the skew", token -> token.claim("nbf", NOW + SKEW));
        table.rejected(NOT_YET_VALID, "nbf-second-after", "not valid yet", token -> token.claim("nbf", NOW + SKEW + 1));
        table.rejected(
                NOT_YET_VALID,
                "nbf-fraction-after",
                "a thousandth too early",
                token -> token.claim("nbf", NOW + SKEW + ".001"));
        table.at(Service.WITHOUT_SKEW);
        table.accepted("nbf-no-skew-at", "valid from now", token -> token.claim("nbf", NOW));
        table.rejected(NOT_YET_VALID, "nbf-no-skew-after", "valid in a second", token -> token.claim("nbf", NOW + 1));
        table.at(Service.FOR_MACHINES);
    }

    private static void notNumbers(VectorTable table) {
        for (String claim : List.of("exp", "iat", "nbf")) {
            String seconds = String.valueOf(NOW + (claim.equals("exp") ? 3_600 : 0));
            for (String json : List.of(
                    "null",
                    "true",
                    "false",
                    "\"\"",
                    "{}",
                    "[]",
                    "\"never\"",
                    '"' + seconds + '"',
                    "[" + seconds + "]",
                    "{\"" + claim + "\":" + seconds + "}",
                    "\"2026-11-22T11:00:00Z\"",
                    "-1",
                    "-" + seconds,
                    "-0.1",
                    "-1e300",
                    "1e300",
                    "1.7976931348623157e308",
                    seconds + "000",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551615",
                    "-9223372036854775808",
                    "253402300800",
                    "253402300799.1",
                    "1" + "0".repeat(40))) {
                table.rejected(
                        TIME_INVALID,
                        claim + "-not-" + json,
                        "not a time in seconds",
                        token -> token.claim(claim, json));
            }
            for (String json : List.of(
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "1e400",
                    "-1e400",
                    "1e999999999",
                    "1e-999999999",
                    "0x7fffffff",
                    "+" + seconds,
                    "0" + seconds,
                    seconds + ".",
                    "." + seconds,
                    seconds + "L",
                    seconds + "n",
                    seconds + "_0",
                    seconds.replaceFirst("(.)", "$1,"),
                    "1e",
                    "1e+",
                    "--1",
                    "")) {
                table.rejected(
                        CLAIMS_MALFORMED,
                        claim + "-no-number-" + json,
                        "not a JSON number",
                        token -> token.claim(claim, json));
            }
            table.rejected(
                    CLAIMS_MALFORMED,
                    claim + "-endless",
                    "more digits than a number needs",
                    token -> token.claim(claim, seconds + "." + "0".repeat(1_000)));
            table.rejected(
                    CLAIMS_MALFORMED,
                    claim + "-twice",
                    "two times to choose from",
                    token -> token.claim(claim, seconds)
                            .payloadJson(json -> json.replace("{", "{\"" + claim + "\":1,")));
        }
        table.rejected(TIME_INVALID, "exp-missing", "never expires", token -> token.without("exp"));
        table.rejected(TIME_INVALID, "iat-missing", "nobody knows how old it is", token -> token.without("iat"));
        table.rejected(
                TIME_INVALID,
                "exp-other-case",
                "another name",
                token -> token.without("exp").claim("EXP", NOW + 3_600));
    }

    private static void spellings(VectorTable table) {
        for (String exp : List.of(
                NOW + 3_600 + ".0",
                NOW + 3_600 + ".5",
                NOW + 3_600 + ".123456789012345",
                decimal(NOW + 3_600) + "e9",
                decimal(NOW + 3_600) + "E9",
                decimal(NOW + 3_600) + "e+9",
                decimal(NOW + 3_600) + "E+09",
                (NOW + 3_600) + "0e-1",
                (NOW + 3_600) + "000E-3",
                (NOW + 3_600) + "e0",
                (NOW + 3_600) + "e-0")) {
            table.accepted(
                    "exp-spelled-" + exp, "another spelling of the same number", token -> token.claim("exp", exp));
        }
        for (String claim : List.of("iat", "nbf")) {
            for (String spelled : List.of(NOW + ".0", NOW - 1 + ".75", decimal(NOW) + "e9", NOW + "00e-2")) {
                table.accepted(claim + "-spelled-" + spelled, "another spelling", token -> token.claim(claim, spelled));
            }
        }
    }

    /** A token that was issued an hour and a bit ago, so that only its end matters. */
    private static TokenDraft old(TokenDraft token) {
        return token.claim("iat", NOW - 4_000);
    }

    /** 1795341600 as 1.795341600. */
    private static String decimal(long seconds) {
        String digits = String.valueOf(seconds);
        return digits.charAt(0) + "." + digits.substring(1);
    }
}
