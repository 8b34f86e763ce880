package org.cognito4j.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One setting as it is declared: key, type, default, range and meaning. Made by {@link SettingList.Declaration}. Two settings
 * are the same only if they are one object. Immutable and thread-safe.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private final String key;
    private final SettingType<T> type;
    private final String meaning;
    private final Optional<T> byDefault;
    private final String shownDefault;
    private final Optional<Range<T>> range;
    private final boolean isPolicy;
    private final boolean isShared;
    private final Optional<String> outsideOfAnnotation;
    private final Optional<String> example;

    Setting(
            String key,
            SettingType<T> type,
            String meaning,
            Optional<T> byDefault,
            String shownDefault,
            Optional<Range<T>> range,
            boolean isPolicy,
            boolean isShared,
            Optional<String> outsideOfAnnotation,
            Optional<String> example) {
        this.key = key;
        this.type = type;
        this.meaning = meaning;
        this.byDefault = byDefault;
        this.shownDefault = shownDefault;
        this.range = range;
        this.isPolicy = isPolicy;
        this.isShared = isShared;
        this.outsideOfAnnotation = outsideOfAnnotation;
        this.example = example;
    }

    /**
     * Returns the key.
     *
     * @return the key without any prefix, for example {@code clock-skew}; names that the user chooses stand as in {@code
     *     roles."<role>"}
     */
    public String key() {
        return key;
    }

    /**
     * Returns how its text is read.
     *
     * @return the type
     */
    public SettingType<T> type() {
        return type;
    }

    /**
     * Returns what it means.
     *
     * @return a sentence without capital letter and full stop, with names between backticks
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns its value where none is set.
     *
     * @return empty if there is none
     */
    public Optional<T> byDefault() {
        return byDefault;
    }

    /**
     * Returns the values that it may have.
     *
     * @return empty if the type alone restricts them
     */
    public Optional<Range<T>> range() {
        return range;
    }

    /**
     * Returns whether it says who may call, and may change while the application runs. Otherwise it is structure, fixed at
     * the start.
     *
     * @return true for policy
     */
    public boolean isPolicy() {
        return isPolicy;
    }

    /**
     * Returns whether one value may stand for all pools, which each pool may replace by its own.
     *
     * @return false for what only a pool by itself has
     */
    public boolean isShared() {
        return isShared;
    }

    /**
     * Returns why the annotation has no member for it.
     *
     * @return empty if it has one
     */
    public Optional<String> outsideOfAnnotation() {
        return outsideOfAnnotation;
    }

    /**
     * Returns whether the key holds a name that the user chooses.
     *
     * @return true for example for {@code roles."<role>"}
     */
    public boolean isNamed() {
        return key.contains("<");
    }

    /**
     * Returns the name of the annotation's member, also of a method.
     *
     * @return {@code clockSkew} for {@code clock-skew}
     */
    public String memberName() {
        String[] words = key.split("[.-]");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /**
     * Returns default and range as a table in a document has them.
     *
     * @param prefix what stands before the keys of other settings
     * @return for example {@code `PT1M`, `PT0S` to `PT5M`}
     */
    public String shownDefault(String prefix) {
        String shown = shownDefault.isEmpty()
                ? byDefault.map(value -> "`" + type.write(value) + "`").orElse("none")
                : shownDefault;
        return shown + range.map(limits -> ", " + limits.shown(prefix, type)).orElse("");
    }

    /**
     * Returns a text that sets another value than the default.
     *
     * @return the declared example, a word other than the default, or a bound of the range
     */
    public String example() {
        String unset = byDefault.map(type::write).orElse("");
        return example.or(() -> type.choices().stream()
                        .filter(word -> !word.equals(unset))
                        .findFirst())
                .or(() -> range.flatMap(Range::least).map(type::write).filter(text -> !text.equals(unset)))
                .or(() -> range.map(Range::most).map(type::write).filter(text -> !text.equals(unset)))
                .orElseThrow(() -> new IllegalStateException(key + " needs an example in its declaration"));
    }

    /** Returns the key. */
    @Override
    public String toString() {
        return key;
    }

    /**
     * The values that a setting may have, bounds included.
     *
     * @param <T> their type
     * @param least the lowest value, unless another setting is it
     * @param leastOf the setting whose value is the lowest one
     * @param most the highest value
     * @param remedy what to do where a value is out of range; empty for a sentence that follows from the bounds
     */
    public record Range<T>(Optional<T> least, Optional<Setting<T>> leastOf, T most, String remedy) {

        String shown(String prefix, SettingType<T> type) {
            String lowest = leastOf.map(setting -> prefix + setting.key())
                    .orElseGet(() -> least.map(type::write).orElse(""));
            return "`" + lowest + "` to `" + type.write(most) + "`";
        }

        String remedy(T lowest, SettingType<T> type) {
            return remedy.isEmpty()
                    ? "Choose " + type.noun() + " from " + type.write(lowest) + " to " + type.write(most)
                    : remedy;
        }
    }
}
