package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A policy file as its author wrote it: settings can be changed, and comments, order and all other bytes stay. Its last line names the
 * digest of all before it. Immutable.
 */
public final class PolicyText {

    private final List<Line> lines;

    private PolicyText(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * A logical line, whatever the number of lines that it spans.
     *
     * @param raw its bytes, with those that end it
     * @param key the key of its setting; null for a comment and a blank line
     * @param value the value of its setting
     */
    private record Line(String raw, @Nullable String key, String value) {

        boolean has(Set<String> keys) {
            return key != null && keys.contains(key);
        }
    }

    /**
     * Reads a policy. All bytes stay bytes, whatever their encoding: keys are ASCII.
     *
     * @param content what the file holds
     * @return its lines, without a last one that names a digest
     * @throws IllegalArgumentException if it is no properties file
     */
    public static PolicyText of(byte[] content) {
        List<Line> lines = new ArrayList<>();
        StringBuilder logical = new StringBuilder();
        for (String natural : naturalLines(new String(content, ISO_8859_1))) {
            boolean isFirst = logical.length() == 0;
            logical.append(natural);
            boolean isNote = isFirst && isNote(natural);
            if (isNote || !isContinued(natural)) {
                lines.add(isNote ? new Line(natural, null, "") : setting(logical.toString()));
                logical.setLength(0);
            }
        }
        if (logical.length() > 0) {
            lines.add(setting(logical.toString()));
        }
        if (PolicyEnd.of(content) != PolicyEnd.MISSING) {
            while (!lines.get(lines.size() - 1).raw().startsWith(PolicyEnd.START)) {
                lines.remove(lines.size() - 1);
            }
            lines.remove(lines.size() - 1);
        }
        return new PolicyText(lines);
    }

    /** A comment or a blank line, which a backslash at its end does not continue. */
    private static boolean isNote(String natural) {
        String text = natural.replaceFirst("^[ \\t\\f]+", "");
        return withoutEnd(text).isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static List<String> naturalLines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isPair = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && !isPair) {
                lines.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** An odd number of backslashes at its end. */
    private static boolean isContinued(String natural) {
        String text = withoutEnd(natural);
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String withoutEnd(String line) {
        return line.replaceFirst("[\\r\\n]+\\z", "");
    }

    private static Line setting(String logical) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logical));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        return properties.stringPropertyNames().stream()
                .findFirst()
                .map(key -> new Line(logical, key, properties.getProperty(key)))
                .orElseGet(() -> new Line(logical, null, ""));
    }

    /**
     * Returns the keys of all settings.
     *
     * @return whole keys in alphabetical order
     */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        lines.forEach(line -> Optional.ofNullable(line.key()).ifPresent(keys::add));
        return keys;
    }

    /**
     * Returns the value of a setting.
     *
     * @param key the whole key; quotes within it may be left out in the file
     * @return the last one, as it decides; empty if it is not set
     */
    public Optional<String> value(String key) {
        return last(spellings(key)).map(place -> lines.get(place).value().trim());
    }

    private Optional<Integer> last(Set<String> keys) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).has(keys)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Set<String> spellings(String key) {
        return new TreeSet<>(List.of(key, key.replace("\"", "")));
    }

    /**
     * Sets a setting: in its place if it is there, or else at the end.
     *
     * @param key the whole key
     * @param value without characters that a properties file would need a backslash for
     * @return the changed policy
     */
    public PolicyText with(String key, String value) {
        Optional<Integer> place = last(spellings(key));
        List<Line> changed = new ArrayList<>(lines);
        String written =
                place.map(i -> Objects.requireNonNull(lines.get(i).key())).orElse(key);
        Line line = new Line(written + "=" + value + "\n", written, value);
        if (place.isPresent()) {
            changed.set(place.get(), line);
        } else {
            endLastLine(changed);
            changed.add(line);
        }
        return new PolicyText(changed);
    }

    /**
     * Adds an element to the list in a setting, whose other elements stay as they are written.
     *
     * @param key the whole key
     * @param element without characters that a properties file would need a backslash for
     * @return the changed policy
     */
    public PolicyText withElement(String key, String element) {
        Optional<Integer> place = last(spellings(key));
        if (place.isEmpty() || value(key).filter(String::isEmpty).isPresent()) {
            return with(key, element);
        }
        Line before = lines.get(place.get());
        String raw = withoutEnd(before.raw()).stripTrailing();
        List<Line> changed = new ArrayList<>(lines);
        changed.set(
                place.get(),
                new Line(
                        raw + "," + element + "\n", before.key(), before.value().stripTrailing() + "," + element));
        return new PolicyText(changed);
    }

    /**
     * Removes a setting.
     *
     * @param key the whole key
     * @return the policy without it
     */
    public PolicyText without(String key) {
        Set<String> keys = spellings(key);
        return new PolicyText(lines.stream().filter(line -> !line.has(keys)).toList());
    }

    /** Ends the last line, so that what is appended is no part of its value. A backslash at the end of a file continues nothing. */
    private static void endLastLine(List<Line> lines) {
        if (!lines.isEmpty()) {
            Line last = lines.get(lines.size() - 1);
            String text = withoutEnd(last.raw());
            boolean goesOn = !isNote(last.raw()) && isContinued(last.raw());
            if (goesOn || text.length() == last.raw().length()) {
                String whole = goesOn ? text.substring(0, text.length() - 1) : text;
                lines.set(lines.size() - 1, new Line(whole + "\n", last.key(), last.value()));
            }
        }
    }

    /**
     * Writes the policy with its last line.
     *
     * @return all bytes of the file
     */
    public byte[] sealed() {
        List<Line> ended = new ArrayList<>(lines);
        endLastLine(ended);
        StringBuilder text = new StringBuilder();
        ended.forEach(line -> text.append(line.raw()));
        byte[] body = text.toString().getBytes(ISO_8859_1);
        return (text + PolicyEnd.START + PolicyEnd.digest(body, body.length) + "\n").getBytes(ISO_8859_1);
    }
}
