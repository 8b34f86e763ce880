package org.cognito4j.net;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as RFC 8259 has it and RFC 7493 (I-JSON) narrows it: valid UTF-8 without a byte order mark, no
 * member twice at any depth, nothing behind the object, no unpaired surrogate, no number beyond a double, bounded depth
 * and size. Two readers that disagree about such a text could be played off against each other, so it is refused.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 16;

    /** Names cost memory even where they are read over, so a stranger's text is read without them from here on. */
    private static final int NAMES_READ_OVER = 200;

    /** So many digits always fit. */
    private static final int MAX_LONG_LENGTH = 18;

    private static final int MAX_NUMBER_LENGTH = 128;
    private static final int MAX_SCALE = 400;
    private static final BigDecimal LARGEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);

    // Names come from strangers: neither interned nor kept in a table that they could fill.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final JsonParser parser;
    private int quota;

    private StrictJson(JsonParser parser, int quota) {
        this.parser = parser;
        this.quota = quota;
    }

    /** Reads an object whose brace has been read, up to its other brace. */
    private interface ObjectReader {
        Map<String, Object> readFrom(JsonParser parser) throws IOException, Malformed;
    }

    /** The text is not such an object. Has no message: it would quote the text. */
    public static class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    /** The text has more members and elements than agreed. */
    private static final class TooMany extends Malformed {

        private static final long serialVersionUID = 1;
    }

    /**
     * The members of the only object in a text.
     *
     * @param utf8 the whole text
     * @param maxValues how many members and elements there may be, at all depths together
     * @return an unmodifiable map in the order of the text. Values are {@code String}, {@code Boolean}, {@code Long} for
     *     whole numbers of up to 18 digits, {@code BigDecimal} for other numbers, unmodifiable {@code List} and {@code
     *     Map} of these, and null
     * @throws Malformed if the text is anything else, or beyond the bounds
     */
    public static Map<String, Object> object(byte[] utf8, int maxValues) throws Malformed {
        return read(decoded(utf8), parser -> new StrictJson(parser, maxValues).object());
    }

    /**
     * Some members of the only object in a text. The rest is checked for its grammar and read over: as nothing is made
     * of it, a stranger cannot make it costly. In a text of very many members the rest is read over unchecked, as even their
     * names would cost; whoever believes the text has to read all of it by {@link #object}.
     *
     * @param names the wanted members
     * @param utf8 the whole text
     * @return those that are there, null for objects and arrays
     * @throws Malformed if the text is no object, or beyond the bounds
     */
    public static Map<String, Object> members(Set<String> names, byte[] utf8) throws Malformed {
        CharBuffer text = decoded(utf8);
        try {
            return read(text, parser -> new StrictJson(parser, NAMES_READ_OVER).members(names));
        } catch (TooMany e) {
            return scanned(names, text);
        }
    }

    private static Map<String, Object> scanned(Set<String> names, CharBuffer text) throws Malformed {
        try {
            return MemberScan.find(names, text.array(), text.length(), StrictJson::value);
        } catch (MemberScan.Broken e) {
            throw new Malformed();
        }
    }

    private static @Nullable Object value(String json) throws MemberScan.Broken {
        try {
            return object(("{\"value\":" + json + "}").getBytes(StandardCharsets.UTF_8), 1)
                    .get("value");
        } catch (Malformed e) {
            throw new MemberScan.Broken();
        }
    }

    private static CharBuffer decoded(byte[] utf8) throws Malformed {
        try {
            // A new decoder reports malformed input, where String's constructor would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException e) {
            throw new Malformed();
        }
    }

    private static Map<String, Object> read(CharBuffer text, ObjectReader reader) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed();
            }
            Map<String, Object> object = reader.readFrom(parser);
            if (parser.nextToken() != null) {
                throw new Malformed();
            }
            return object;
        } catch (IOException | NumberFormatException e) {
            throw new Malformed();
        }
    }

    private void count() throws Malformed {
        if (--quota < 0) {
            throw new TooMany();
        }
    }

    private Map<String, Object> members(Set<String> names) throws IOException, Malformed {
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            count();
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (names.contains(name)) {
                if (members.containsKey(name)) {
                    throw new Malformed();
                }
                members.put(name, token.isScalarValue() ? value(token) : null);
            }
            readOver(token);
        }
        return members;
    }

    private void readOver(JsonToken first) throws IOException, Malformed {
        int depth = 0;
        for (JsonToken token = first; ; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                count();
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private Map<String, Object> object() throws IOException, Malformed {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            count();
            String name = wellFormed(parser.currentName());
            if (object.containsKey(name)) {
                throw new Malformed();
            }
            object.put(name, value(parser.nextToken()));
        }
        return object.isEmpty() ? Map.of() : Collections.unmodifiableMap(object);
    }

    private List<Object> array() throws IOException, Malformed {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            count();
            array.add(value(token));
        }
        return array.isEmpty() ? List.of() : Collections.unmodifiableList(array);
    }

    private @Nullable Object value(JsonToken token) throws IOException, Malformed {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> wellFormed(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> throw new Malformed();
        };
    }

    private static Object number(String text) throws Malformed {
        if (text.length() <= MAX_LONG_LENGTH && isWhole(text)) {
            return Long.valueOf(text);
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MAX_SCALE || number.abs().compareTo(LARGEST_DOUBLE) > 0) {
            throw new Malformed();
        }
        return number.scale() == 0 && number.precision() <= MAX_LONG_LENGTH ? (Object) number.longValueExact() : number;
    }

    /** Nothing but digits, as times are written. The parser has checked the grammar. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '9' || text.charAt(i) < '0') {
                return false;
            }
        }
        return true;
    }

    private static String wellFormed(String text) throws Malformed {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new Malformed();
                }
                i++;
            }
        }
        return text;
    }
}
