package org.cognito4j.net;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few members of the one object in a text that has very many, without making anything of the others. It trusts the text
 * to be JSON: what it finds only says which key the text has to be signed with, and what is signed is then read strictly.
 */
final class MemberScan {

    /** A longer value is taken for no text and no number. */
    private static final int LONGEST_VALUE = 512;

    /** The text is no JSON, or has a wanted member twice. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        Broken() {
            super(null, null, false, false);
        }
    }

    /** Reads a value that is neither an object nor an array. */
    interface ValueReader {
        @Nullable Object read(String json) throws Broken;
    }

    private final Set<String> names;
    private final ValueReader values;
    private final char[] text;
    private final int end;
    private final Map<String, Object> found = new HashMap<>();
    private int position;

    private MemberScan(Set<String> names, char[] text, int end, ValueReader values) {
        this.names = names;
        this.values = values;
        this.text = text;
        this.end = end;
    }

    /**
     * The wanted members.
     *
     * @param text a JSON object; names with escapes in them are not found
     * @param end where the text ends
     * @param values reads the values of wanted members
     * @return those that are there, null for objects, arrays and long texts
     * @throws Broken if one is there twice or the text ends too early
     */
    static Map<String, Object> find(Set<String> names, char[] text, int end, ValueReader values) throws Broken {
        MemberScan scan = new MemberScan(names, text, end, values);
        scan.run();
        return scan.found;
    }

    private void run() throws Broken {
        int depth = 0;
        boolean atName = false;
        while (position < end) {
            char c = text[position];
            if (c == '"') {
                int start = position + 1;
                skipText();
                if (depth == 1 && atName) {
                    take(start, position - 1);
                    atName = false;
                }
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            atName = depth == 1 && (c == '{' || c == ',' || (atName && c <= ' '));
            position++;
        }
    }

    /** From an opening quotation mark to behind the closing one. */
    private void skipText() throws Broken {
        for (position++; position < end; position++) {
            if (text[position] == '\\') {
                position++;
            } else if (text[position] == '"') {
                position++;
                return;
            }
        }
        throw new Broken();
    }

    private void take(int from, int to) throws Broken {
        String name = wanted(from, to);
        if (name == null) {
            return;
        }
        skipSpace();
        if (position >= end || text[position] != ':') {
            throw new Broken();
        }
        position++;
        skipSpace();
        if (found.containsKey(name)) {
            throw new Broken();
        }
        found.put(name, value());
    }

    private @Nullable String wanted(int from, int to) {
        for (String name : names) {
            if (name.length() == to - from && isAt(name, from)) {
                return name;
            }
        }
        return null;
    }

    private boolean isAt(String name, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (text[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipSpace() {
        while (position < end && text[position] <= ' ') {
            position++;
        }
    }

    /** The value at the position, which is then behind it; an object or array is left to be read over. */
    private @Nullable Object value() throws Broken {
        if (position >= end) {
            throw new Broken();
        }
        int from = position;
        char first = text[from];
        if (first == '{' || first == '[') {
            return null;
        }
        if (first == '"') {
            skipText();
        } else {
            while (position < end && text[position] != ',' && text[position] != '}' && text[position] > ' ') {
                position++;
            }
        }
        if (position - from > LONGEST_VALUE) {
            return null;
        }
        return values.read(new String(text, from, position - from));
    }
}
