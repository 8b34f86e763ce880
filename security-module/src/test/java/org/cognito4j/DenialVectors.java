package org.cognito4j;

import static org.cognito4j.RejectionReason.ISSUED_BEFORE;
import static org.cognito4j.RejectionReason.TIME_INVALID;
import static org.cognito4j.RejectionReason.TOKEN_DENIED;
import static org.cognito4j.RejectionReason.TOKEN_EXPIRED;

import java.util.List;

/** What an operator cuts off: tokens that were issued before an instant, for all and for one client, and single tokens. */
final class DenialVectors {

    private static final long NOW = TestPool.NOW.getEpochSecond();

    private DenialVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("denial").at(Service.CUTTING_OFF);
        issuedBefore(table);
        issuedBeforeByClient(table);
        deniedToken(table);
        return table.rows();
    }

    private static void issuedBefore(VectorTable table) {
        table.rejected(ISSUED_BEFORE, "iat-second-before", "a second too old", token -> token.claim("iat", NOW - 601));
        table.rejected(
                ISSUED_BEFORE,
                "iat-nanosecond-before",
                "any time",
                token -> token.claim("iat", NOW - 601 + ".999999999"));
        table.rejected(ISSUED_BEFORE, "iat-1970", "as old as can be", token -> token.claim("iat", NOW - 82_800));
        table.accepted("iat-at", "of the instant itself", token -> token.claim("iat", NOW - 600));
        table.accepted("iat-second-after", "a second younger", token -> token.claim("iat", NOW - 599));
        table.rejected(TIME_INVALID, "iat-missing", "nobody knows its age", token -> token.without("iat"));
        table.rejected(
                ISSUED_BEFORE,
                "auth-time",
                "another claim does not stand in for it",
                token -> token.claim("iat", NOW - 601).claim("auth_time", NOW));
        table.rejected(
                TOKEN_EXPIRED,
                "expired-too",
                "the lifetime comes first",
                token -> token.claim("iat", NOW - 7_200).claim("exp", NOW - 3_600));
    }

    private static void issuedBeforeByClient(VectorTable table) {
        table.rejected(
                ISSUED_BEFORE,
                "client-iat-second-before",
                "old for this client, though not for others",
                token -> rotated(token).claim("iat", NOW - 1));
        table.accepted(
                "client-iat-at",
                "of the instant of the rotation",
                token -> rotated(token).claim("iat", NOW));
        table.accepted(
                "client-iat-after", "of the new secret", token -> rotated(token).claim("iat", NOW + 1));
        table.rejected(
                ISSUED_BEFORE,
                "client-earlier-than-all",
                "the later instant counts, which is that for all",
                token -> lenient(token).claim("iat", NOW - 601));
        table.accepted(
                "client-later-than-all",
                "the instant for all does not come",
                token -> lenient(token).claim("iat", NOW - 600));
    }

    private static void deniedToken(VectorTable table) {
        table.rejected(TOKEN_DENIED, "jti", "this very token", token -> token.claimText("jti", "stolen"));
        table.accepted("jti-other", "another one", token -> token.claimText("jti", "stolen2"));
        table.accepted("jti-in-capitals", "another one", token -> token.claimText("jti", "STOLEN"));
        table.accepted("jti-beginning", "another one", token -> token.claimText("jti", "stole"));
        table.accepted("jti-missing", "no denied one", token -> token.without("jti"));
        table.accepted("jti-empty", "no denied one", token -> token.claimText("jti", ""));
        table.accepted("jti-array", "no id", token -> token.claim("jti", "[\"stolen\"]"));
        table.accepted("jti-ended", "denied until now", token -> token.claimText("jti", "over"));
        table.rejected(
                TOKEN_DENIED, "jti-ends-soon", "a second is left", token -> token.claimText("jti", "nearly-over"));
        table.rejected(
                ISSUED_BEFORE,
                "jti-and-iat",
                "its age comes first",
                token -> token.claimText("jti", "stolen").claim("iat", NOW - 601));
    }

    private static TokenDraft rotated(TokenDraft token) {
        return token.claimText("client_id", "rotated").claimText("sub", "rotated");
    }

    private static TokenDraft lenient(TokenDraft token) {
        return token.claimText("client_id", "lenient").claimText("sub", "lenient");
    }
}
