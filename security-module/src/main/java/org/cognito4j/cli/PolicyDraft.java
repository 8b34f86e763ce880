package org.cognito4j.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.config.PolicyText;

/** A policy that is being changed, and what the changes mean. */
final class PolicyDraft {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private PolicyText text;
    private final List<Step> steps = new ArrayList<>();

    PolicyDraft(PolicyText text) {
        this.text = text;
    }

    /**
     * One change.
     *
     * @param setting what is set, or removed
     * @param effect for whom that means what
     * @param isChange whether it changes anything
     */
    record Step(String setting, String effect, boolean isChange) {

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("setting", setting);
            members.put("effect", effect);
            members.put("changed", isChange);
            return members;
        }
    }

    PolicyText text() {
        return text;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    void set(String key, String value, String effect) {
        boolean isChange = !text.value(key).equals(Optional.of(value));
        if (isChange) {
            text = text.with(key, value);
        }
        steps.add(new Step(key + "=" + value, effect, isChange));
    }

    /** A later instant stays: a denial never lets anybody in. */
    void setLater(String key, Instant instant, String effect) {
        Instant before = text.value(key).map(Instant::parse).orElse(Instant.MIN);
        set(key, (before.isAfter(instant) ? before : instant).toString(), effect);
    }

    void remove(String key, String effect) {
        boolean isChange = text.value(key).isPresent();
        text = text.without(key);
        steps.add(new Step("without " + key, effect, isChange));
    }

    void addToken(String key, String tokenId, Instant until, String effect) {
        Map<String, String> tokens = tokens(key);
        boolean isLater = tokens.containsKey(tokenId)
                && !Instant.parse(tokens.get(tokenId)).isBefore(until);
        if (!isLater && tokens.containsKey(tokenId)) {
            tokens.put(tokenId, until.toString());
            text = text.with(key, written(tokens));
        } else if (!isLater) {
            text = text.withElement(key, tokenId + "@" + until);
        }
        steps.add(new Step(key + "=..., " + tokenId + "@" + (isLater ? tokens.get(tokenId) : until), effect, !isLater));
    }

    void removeToken(String key, String tokenId, String effect) {
        Map<String, String> tokens = tokens(key);
        boolean isChange = tokens.remove(tokenId) != null;
        if (isChange) {
            text = tokens.isEmpty() ? text.without(key) : text.with(key, written(tokens));
        }
        steps.add(new Step(key + " without " + tokenId, effect, isChange));
    }

    private Map<String, String> tokens(String key) {
        Map<String, String> tokens = new LinkedHashMap<>();
        text.value(key).stream()
                .flatMap(COMMA::splitAsStream)
                .filter(element -> !element.isBlank())
                .forEach(element -> {
                    int at = element.lastIndexOf('@');
                    tokens.put(element.substring(0, Math.max(0, at)), element.substring(at + 1));
                });
        return tokens;
    }

    private static String written(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .map(token -> token.getKey() + "@" + token.getValue())
                .collect(Collectors.joining(","));
    }
}
