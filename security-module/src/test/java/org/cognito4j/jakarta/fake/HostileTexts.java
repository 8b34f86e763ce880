package org.cognito4j.jakarta.fake;

import java.util.List;

/** Texts that would change a log, a terminal or a reader of JSON if somebody wrote them as they are. */
public final class HostileTexts {

    private HostileTexts() {}

    /** Returns the texts, the last ones of great length. */
    public static List<String> all() {
        return List.of(
                "\n{\"event.outcome\":\"success\"}",
                "\r\n[INFO] Request accepted",
                "\rRequest accepted",
                "\",\"event.outcome\":\"success",
                "\" form=bean client=\"evil",
                "x client=evil",
                "\\",
                "\\\",\"x\":\"",
                "\u0000\u0007\b\u001b[2J\u001b]0;title\u0007\u009b31m",
                "\u0085\u2028\u2029\u000b\f",
                "\u202e\u2066evil\u2069\u200f\ufeff\u061c",
                "\ud83d",
                "\udc00x",
                "\ud83d\ud83d\udc00",
                "caf\u00e9 \ud83d\ude00",
                "%s %n {0} {} ${jndi:ldap://x} ${env:HOME}",
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "'; --",
                "x".repeat(30_000),
                "x".repeat(100_000),
                "\u202e".repeat(100_000),
                "\ud83d\ude00".repeat(50_000));
    }
}
