package org.cognito4j.net;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as RFC 8259 has it and RFC 7493 (I-JSON) narrows it: valid UTF-8 without a byte order mark, no
 * member twice at any depth, nothing behind the object, no unpaired surrogate, no number beyond a double, bounded depth
 * and size. Two readers that disagree about such a text could be played off against each other, so it is refused.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_MEMBERS = 2_000;
    private static final int MAX_NUMBER_LENGTH = 128;
    private static final int MAX_SCALE = 400;

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
    private int members;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The text is not such an object. Has no message: it would quote the text. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    /**
     * The members of the only object in a text.
     *
     * @param utf8 the whole text
     * @return an unmodifiable map in the order of the text. Values are {@code String}, {@code Boolean}, {@code Long} for
     *     whole numbers of up to 18 digits, {@code BigDecimal} for other numbers, unmodifiable {@code List} and {@code
     *     Map} of these, and null
     * @throws Malformed if the text is anything else, or beyond the bounds
     */
    public static Map<String, Object> object(byte[] utf8) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(decode(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed();
            }
            Map<String, Object> object = new StrictJson(parser).object();
            if (parser.nextToken() != null) {
                throw new Malformed();
            }
            return object;
        } catch (IOException | NumberFormatException e) {
            throw new Malformed();
        }
    }

    private static String decode(byte[] utf8) throws CharacterCodingException {
        // A new decoder reports malformed input, where String's constructor would replace it.
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private Map<String, Object> object() throws IOException, Malformed {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName());
            if (++members > MAX_MEMBERS || object.containsKey(name)) {
                throw new Malformed();
            }
            object.put(name, value(parser.nextToken()));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<Object> array() throws IOException, Malformed {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return Collections.unmodifiableList(array);
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
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw new Malformed();
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new Malformed();
        }
        return number.scale() == 0 && number.precision() <= 18 ? (Object) number.longValueExact() : number;
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
