package org.cognito4j;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of which claims have to hold at least one. A text equals a value exactly, a number and a boolean by their JSON text, an
 * array if one of its elements does; objects and null equal nothing. Immutable.
 */
final class RequiredClaims {

    static final RequiredClaims NONE = new RequiredClaims(Map.of());

    /** Stands for any value. */
    static final String PRESENT = "*";

    private static final int LONGEST_NAME = 256;

    private final Map<String, Set<String>> valuesByName;

    private RequiredClaims(Map<String, Set<String>> valuesByName) {
        this.valuesByName = valuesByName;
    }

    /** These and another one, which replaces one of the same name. */
    RequiredClaims with(String name, Collection<String> values) {
        Map<String, Set<String>> more = new LinkedHashMap<>(valuesByName);
        more.put(name, new LinkedHashSet<>(values));
        return new RequiredClaims(more);
    }

    boolean isEmpty() {
        return valuesByName.isEmpty();
    }

    Set<String> names() {
        return valuesByName.keySet();
    }

    /** Returns whether the token has a required value for each claim. */
    boolean areMetBy(Claims claims) {
        for (Map.Entry<String, Set<String>> required : valuesByName.entrySet()) {
            if (!isMet(claims.values().get(required.getKey()), required.getValue())) {
                return false;
            }
        }
        return true;
    }

    static boolean isMet(@Nullable Object value, Collection<String> accepted) {
        if (accepted.contains(PRESENT)) {
            return isPresent(value);
        }
        if (value instanceof List<?> elements) {
            return elements.stream().anyMatch(element -> equalsOne(element, accepted));
        }
        return equalsOne(value, accepted);
    }

    private static boolean equalsOne(@Nullable Object value, Collection<String> accepted) {
        String text = textOf(value);
        return text != null && accepted.contains(text);
    }

    /** Null, and an empty text, array or object say nothing. */
    private static boolean isPresent(@Nullable Object value) {
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> elements) {
            return elements.stream().anyMatch(RequiredClaims::isPresent);
        }
        return value instanceof Map<?, ?> members ? !members.isEmpty() : value != null;
    }

    /**
     * The text that a value is compared by.
     *
     * @return null for null, arrays and objects, which equal no text
     */
    static @Nullable String textOf(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean || value instanceof Long ? value.toString() : null;
    }

    /** The texts of a value, and of the elements of an array. */
    static Set<String> textsOf(@Nullable Object value) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object element : value instanceof List<?> list ? list : Collections.singletonList(value)) {
            String text = textOf(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return Collections.unmodifiableSet(texts);
    }

    /** Returns the faults of names and values, each under its setting. */
    List<SettingFault> faults(String prefix) {
        List<SettingFault> faults = new ArrayList<>();
        valuesByName.forEach((name, values) -> {
            String setting = prefix + "required-claims.\"" + name + "\"";
            if (!isName(name)) {
                faults.add(new SettingFault(
                        setting,
                        "is not the name of a claim",
                        "A name has 1 to " + LONGEST_NAME + " characters, none of them a quote, a control character or"
                                + " white space at an end"));
            }
            if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
                faults.add(new SettingFault(
                        setting,
                        "has a blank value, or none",
                        "Name the values of which the claim has to be one, separated by commas, or * for any value"));
            }
            if (values.contains(PRESENT) && values.size() > 1) {
                faults.add(new SettingFault(
                        setting,
                        "names * beside single values",
                        "Keep the values, or * alone, which accepts any value"));
            }
        });
        return faults;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.strip().equals(name)
                && name.chars().noneMatch(c -> c == '"' || Character.isISOControl(c));
    }

    /** The condition on each claim, for a person. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        valuesByName.forEach((name, values) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(values.contains(PRESENT) ? " is present" : " is " + String.join(" or ", values)));
        return text.toString();
    }

    Map<String, Set<String>> valuesByName() {
        return valuesByName;
    }
}
