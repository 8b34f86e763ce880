package org.cognito4j.jakarta.decision;

import java.util.Collection;
import org.cognito4j.Denial;
import org.cognito4j.net.VisibleText;

/** A record as one line of a log: its code, and what is known as {@code name=value}, in visible ASCII and of bounded length. */
final class DecisionText {

    private static final int LONGEST_VALUE = 200;

    private final StringBuilder line = new StringBuilder(200);

    private DecisionText() {}

    static String of(SecurityDecision decision) {
        return decision.code() + withoutCode(decision);
    }

    /** Returns all known facts except the code, with a leading space. */
    static String withoutCode(SecurityDecision decision) {
        DecisionText text = new DecisionText();
        decision.denial().ifPresent(text::add);
        text.add(decision.caller());
        text.add(decision.request());
        text.add(decision.requirement());
        return text.line.toString();
    }

    private void add(Denial denial) {
        add("denial", denial.code());
        add("detail", denial.detail());
    }

    private void add(TokenHolder caller) {
        add("client", caller.clientId());
        add("name", caller.clientName());
        add("token", caller.tokenId());
        add("pool", caller.userPool());
    }

    private void add(DecidedRequest request) {
        add("application", request.application());
        add("form", request.form().code());
        add("method", request.method());
        add("route", request.route());
        add("path", request.path());
        add("address", request.clientAddress());
        add("trace", request.requestId());
    }

    private void add(Requirement requirement) {
        add("scopes", requirement.scopes());
        add("roles", requirement.roles());
        add("missing", requirement.missing());
    }

    private void add(String name, Collection<String> values) {
        add(name, String.join(" ", values));
    }

    private void add(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        String bounded = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
        String visible = VisibleText.of(bounded);
        line.append(' ').append(name).append('=');
        if (visible.matches("[!-~&&[^\"=]]+")) {
            line.append(visible);
        } else {
            line.append('"').append(visible.replace("\"", "\\u0022")).append('"');
        }
    }
}
