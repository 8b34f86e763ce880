package org.cognito4j.jakarta.decision;

import java.util.Collection;
import org.cognito4j.Denial;

/**
 * A record as one JSON object in one line of printable ASCII, with the names that {@code docs/audit-log.md} has. Every other character is
 * escaped, so no text of a caller can end the line, look like another field or turn the text around. Lengths are bounded.
 */
final class AuditLine {

    private static final int LONGEST_TEXT = 256;
    private static final int MOST_TEXTS = 50;

    private final StringBuilder json = new StringBuilder(512);

    private AuditLine() {
        json.append('{');
    }

    /**
     * Returns the line.
     *
     * @param heldBack how many lines of the same reason were left out before it
     */
    static String of(SecurityDecision decision, long heldBack) {
        AuditLine line = new AuditLine();
        line.addEvent(decision);
        decision.denial().ifPresent(line::add);
        line.add(decision.request());
        line.add(decision.caller());
        line.add(decision.requirement());
        return line.end(heldBack);
    }

    /** Returns a line about nothing but the lines that were left out. */
    static String ofHeldBack(long heldBack) {
        return new AuditLine().end(heldBack);
    }

    private void addEvent(SecurityDecision decision) {
        add("@timestamp", decision.at().toString());
        add("event.category", "authentication");
        add("event.outcome", decision.isAccepted() ? "success" : "failure");
        add("event.reason", decision.code());
        raw("event.duration", Long.toString(decision.took().toNanos()));
        raw("cognito4j.remembered", Boolean.toString(decision.isRemembered()));
    }

    private void add(Denial denial) {
        add("cognito4j.denial.code", denial.code());
        add("cognito4j.denial.detail", denial.detail());
    }

    private void add(DecidedRequest request) {
        add("cognito4j.application", request.application());
        add("cognito4j.form", request.form().code());
        add("http.request.method", request.method());
        add("http.route", request.route());
        add("url.path", request.path());
        add("client.address", request.clientAddress());
        add("trace.id", request.requestId());
    }

    private void add(TokenHolder caller) {
        raw("cognito4j.verified", Boolean.toString(caller.isVerified()));
        add("cognito4j.client.id", caller.clientId());
        add("cognito4j.client.name", caller.clientName());
        add("enduser.id", caller.name());
        add("cognito4j.token.id", caller.tokenId());
        add("cognito4j.token.scopes", caller.scopes());
        add("cognito4j.user_pool.id", caller.userPool());
    }

    private void add(Requirement requirement) {
        add("cognito4j.required.scopes", requirement.scopes());
        add("cognito4j.required.roles", requirement.roles());
        add("cognito4j.missing.scopes", requirement.missing());
    }

    private String end(long heldBack) {
        if (heldBack > 0) {
            raw("cognito4j.held_back", Long.toString(heldBack));
        }
        return json.append('}').toString();
    }

    /** Adds a field, unless its text is empty. */
    private void add(String name, String text) {
        if (!text.isEmpty()) {
            name(name);
            quote(text);
        }
    }

    private void add(String name, Collection<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        name(name);
        json.append('[');
        String separator = "";
        int count = 0;
        for (String text : texts) {
            if (count++ == MOST_TEXTS) {
                break;
            }
            json.append(separator);
            quote(text);
            separator = ",";
        }
        json.append(']');
    }

    private void raw(String name, String value) {
        name(name);
        json.append(value);
    }

    private void name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":");
    }

    private void quote(String text) {
        json.append('"');
        int end = Math.min(text.length(), LONGEST_TEXT);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            append(isUnpaired(text, i) ? '\uFFFD' : text.charAt(i));
        }
        json.append(end < text.length() ? "...\"" : "\"");
    }

    private void append(char c) {
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
            json.append(c);
        } else {
            json.append(String.format("\\u%04x", (int) c));
        }
    }

    /** JSON readers refuse one half of a surrogate pair. */
    private static boolean isUnpaired(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
