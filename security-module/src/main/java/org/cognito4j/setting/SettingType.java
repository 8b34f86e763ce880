package org.cognito4j.setting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the text of a setting and writes its value. Immutable and thread-safe.
 *
 * @param <T> the type of the value
 */
public final class SettingType<T> {

    /** Any text. */
    public static final SettingType<String> TEXT = new SettingType<>(Function.identity(), Function.identity(), "");

    /** {@code true} or {@code false}, in any case. */
    public static final SettingType<Boolean> FLAG = choice("true", true, "false", false);

    /** Elements separated by commas. */
    public static final SettingType<List<String>> LIST =
            new SettingType<>(SettingType::elements, list -> String.join(",", list), "");

    /** A whole number. */
    public static final SettingType<Integer> NUMBER =
            new SettingType<>(Integer::valueOf, String::valueOf, "Set it to a whole number").ordered("a number");

    /** An ISO-8601 duration. */
    public static final SettingType<Duration> DURATION = new SettingType<>(
                    Duration::parse, SettingType::shortest, "Set it to an ISO-8601 duration, for example PT30S or PT5M")
            .ordered("a duration");

    /** An instant in the form of ISO 8601 and RFC 3339. */
    public static final SettingType<Instant> INSTANT = new SettingType<>(
            Instant::parse,
            Instant::toString,
            "Set it to an instant with its time zone, for example 2026-12-01T09:30:00Z");

    private final Function<String, T> reading;
    private final Function<T, String> writing;
    private final String problem;
    private final String remedy;
    private final List<String> choices;
    private final Optional<Comparator<T>> order;
    private final String noun;

    private SettingType(Function<String, T> reading, Function<T, String> writing, String remedy) {
        this(reading, writing, "", remedy, List.of(), Optional.empty(), "");
    }

    private SettingType(
            Function<String, T> reading,
            Function<T, String> writing,
            String problem,
            String remedy,
            List<String> choices,
            Optional<Comparator<T>> order,
            String noun) {
        this.reading = reading;
        this.writing = writing;
        this.problem = problem;
        this.remedy = remedy;
        this.choices = choices;
        this.order = order;
        this.noun = noun;
    }

    /**
     * A type of its own.
     *
     * @param <T> the type of the value
     * @param reading throws {@link IllegalArgumentException} for a text that cannot be read
     * @param writing the other way round
     * @param problem what is wrong with other texts, or empty
     * @param remedy what to do about it
     * @return the type
     */
    public static <T> SettingType<T> of(
            Function<String, T> reading, Function<T, String> writing, String problem, String remedy) {
        return new SettingType<>(reading, writing, problem, remedy, List.of(), Optional.empty(), "");
    }

    /**
     * One of several constants, called by their names in lower case.
     *
     * @param <E> the type of the constants
     * @param constants in the order in which messages name them
     * @return the type
     */
    @SafeVarargs
    public static <E extends Enum<E>> SettingType<E> choice(E... constants) {
        Map<String, E> values = new LinkedHashMap<>();
        for (E constant : constants) {
            values.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return choice(values);
    }

    /**
     * One of two words.
     *
     * @param <T> the type of what they mean
     * @param one the word that messages name first
     * @param meaning of the first word
     * @param other the other word
     * @param otherMeaning of the other word
     * @return the type
     */
    public static <T> SettingType<T> choice(String one, T meaning, String other, T otherMeaning) {
        Map<String, T> values = new LinkedHashMap<>();
        values.put(one, meaning);
        values.put(other, otherMeaning);
        return choice(values);
    }

    private static <T> SettingType<T> choice(Map<String, T> values) {
        List<String> words = List.copyOf(values.keySet());
        String last = words.get(words.size() - 1);
        String remedy = "Set it to " + String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
        return new SettingType<>(
                text -> Optional.ofNullable(values.get(text.toLowerCase(Locale.ROOT)))
                        .orElseThrow(IllegalArgumentException::new),
                value -> words.stream()
                        .filter(word -> values.get(word).equals(value))
                        .findFirst()
                        .orElseThrow(),
                "",
                remedy,
                words,
                Optional.empty(),
                "");
    }

    /**
     * Returns this type for fewer texts.
     *
     * @param condition what a value has to fulfil
     * @param problem what is wrong with others
     * @param remedy what to do about it
     * @return a stricter type
     */
    public SettingType<T> requiring(Predicate<T> condition, String problem, String remedy) {
        return of(
                text -> Optional.of(read(text)).filter(condition).orElseThrow(IllegalArgumentException::new),
                writing,
                problem,
                remedy);
    }

    private SettingType<T> ordered(String name) {
        @SuppressWarnings("unchecked") // numbers and durations have a natural order
        Comparator<T> natural = (Comparator<T>) Comparator.naturalOrder();
        return new SettingType<>(reading, writing, problem, remedy, choices, Optional.of(natural), name);
    }

    /**
     * Reads a value.
     *
     * @param text without white space around it
     * @return the value
     * @throws UnreadableSetting if the text is not of this type
     */
    public T read(String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableSetting(problem, remedy);
        }
    }

    /**
     * Writes a value, as documents and messages show it.
     *
     * @param value the value
     * @return a text that {@link #read} takes
     */
    public String write(T value) {
        return writing.apply(value);
    }

    /**
     * Returns the words that this type has.
     *
     * @return all words, in the order in which messages name them; empty if other texts than single words can be read
     */
    public List<String> choices() {
        return choices;
    }

    /** Compares two values; only numbers and durations can be. */
    int compare(T one, T other) {
        return order.orElseThrow(() -> new IllegalStateException("This type has no order"))
                .compare(one, other);
    }

    /** What to call a value of this type in a message. */
    String noun() {
        return noun;
    }

    /**
     * Splits a text at its commas.
     *
     * @param text elements separated by commas; {@code \,} is a comma within one, as in MicroProfile Config
     * @return the elements without white space around them, and without empty ones
     */
    public static List<String> elements(String text) {
        return Arrays.stream(text.split("(?<!\\\\),"))
                .map(element -> element.replace("\\,", ",").trim())
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String shortest(Duration duration) {
        boolean isWholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return isWholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
