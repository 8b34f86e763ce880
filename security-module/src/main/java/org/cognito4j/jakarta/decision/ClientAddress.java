package org.cognito4j.jakarta.decision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The IP address of a caller: that of the connection, or behind a proxy the last one of a header that the proxy writes. Everything
 * before the last one is the caller's own text.
 */
final class ClientAddress {

    /** An IPv6 address with an IPv4 address within, and a zone, is not longer. */
    private static final int LONGEST = 64;

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String FOUR_BYTES = BYTE + "(?:\\." + BYTE + "){3}";
    private static final Pattern IPV4 = Pattern.compile("(" + FOUR_BYTES + ")(?::[0-9]{1,5})?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\]]*)](?::[0-9]{1,5})?");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;
    private static final int MOST_IN_BYTE = 255;

    private final @Nullable String header;

    /**
     * A reader of addresses.
     *
     * @param header the header that a proxy writes; null if there is no proxy
     */
    ClientAddress(@Nullable String header) {
        this.header = header;
    }

    /** Returns the address; empty if the container tells none. */
    String of(HttpServletRequest request) {
        String forwarded = header == null ? "" : parse(last(request.getHeaders(header)));
        return forwarded.isEmpty() ? parse(request.getRemoteAddr()) : forwarded;
    }

    private static @Nullable String last(@Nullable Enumeration<String> values) {
        String last = null;
        while (values != null && values.hasMoreElements()) {
            last = values.nextElement();
        }
        return last == null ? null : last.substring(last.lastIndexOf(',') + 1);
    }

    /** Returns the address within a text, without a port; empty if the text is none. */
    static String parse(@Nullable String text) {
        String trimmed = text == null || text.length() > LONGEST ? "" : text.trim();
        if (isPlainIpv4(trimmed)) {
            return trimmed; // nearly all of them, for each accepted request
        }
        var ipv4 = IPV4.matcher(trimmed);
        if (ipv4.matches()) {
            return ipv4.group(1);
        }
        var bracketed = IN_BRACKETS.matcher(trimmed);
        String ipv6 = withoutZone(bracketed.matches() ? bracketed.group(1) : trimmed);
        return isIpv6(ipv6) ? ipv6 : "";
    }

    /** Whether a text is four numbers of one byte each; others may be an address, too. */
    private static boolean isPlainIpv4(String text) {
        int numbers = 1;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && value != 0 && value <= MOST_IN_BYTE) {
                value = Math.max(value, 0) * 10 + c - '0';
            } else if (c == '.' && value >= 0 && value <= MOST_IN_BYTE) {
                numbers++;
                value = -1;
            } else {
                return false;
            }
        }
        return numbers == 4 && value >= 0 && value <= MOST_IN_BYTE;
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** RFC 4291 section 2.2. */
    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : groups(rest);
        return before >= 0
                && after >= 0
                && before + after < GROUPS
                && !text.substring(0, gap).contains(".");
    }

    /** The number of groups of two bytes; less than 0 if the text has something else. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int groups = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].matches(FOUR_BYTES)) {
                groups += 2;
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups++;
            } else {
                return Integer.MIN_VALUE;
            }
        }
        return groups;
    }
}
