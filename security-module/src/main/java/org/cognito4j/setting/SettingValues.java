package org.cognito4j.setting;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Values of settings: those that are set, and for others their defaults. Immutable and thread-safe. */
public final class SettingValues {

    /** Nothing is set. */
    public static final SettingValues NONE = new SettingValues(Map.of());

    /** Takes what is wrong with a value. */
    public interface Faults {

        /**
         * Takes one fault.
         *
         * @param key the key of the setting
         * @param problem what is wrong
         * @param remedy what to do
         */
        void add(String key, String problem, String remedy);
    }

    private final Map<Setting<?>, Object> values;

    private SettingValues(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * Returns these values with one more, or another one.
     *
     * @param <T> the type of the value
     * @param setting what is set
     * @param value to what
     * @return new values
     */
    public <T> SettingValues with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new HashMap<>(values);
        changed.put(setting, value);
        return new SettingValues(changed);
    }

    /**
     * Returns these values with one more that is read from a text.
     *
     * @param <T> the type of the value
     * @param setting what is set
     * @param text to what
     * @return new values
     * @throws UnreadableSetting if the text is not of the setting's type
     */
    public <T> SettingValues withText(Setting<T> setting, String text) {
        return with(setting, setting.type().read(text));
    }

    /**
     * Returns these values with one less.
     *
     * @param setting what is not set any more
     * @return new values
     */
    public SettingValues without(Setting<?> setting) {
        Map<Setting<?>, Object> changed = new HashMap<>(values);
        changed.remove(setting);
        return new SettingValues(changed);
    }

    /**
     * Returns whether a setting has a value of its own.
     *
     * @param setting of which setting
     * @return false if it has its default, or none
     */
    public boolean isSet(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /**
     * Returns a value.
     *
     * @param <T> its type
     * @param setting of which setting
     * @return the value, or the default; empty if there is neither
     */
    @SuppressWarnings("unchecked") // with() takes no other
    public <T> Optional<T> find(Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.byDefault() : Optional.of((T) value);
    }

    /**
     * Returns a value that is there in any case.
     *
     * @param <T> its type
     * @param setting one that has a default, or is set
     * @return the value, or the default
     */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new NoSuchElementException(setting + " is not set and has no default"));
    }

    /**
     * Checks a value against the range of its setting.
     *
     * @param <T> its type
     * @param setting of which setting
     * @param faults takes the fault, if there is one
     */
    public <T> void check(Setting<T> setting, Faults faults) {
        Optional<Setting.Range<T>> range = setting.range();
        Optional<T> value = find(setting);
        if (range.isEmpty() || value.isEmpty()) {
            return;
        }
        SettingType<T> type = setting.type();
        T least = range.get()
                .leastOf()
                .map(this::get)
                .orElseGet(() -> range.get().least().orElseThrow());
        if (type.compare(value.get(), least) < 0
                || type.compare(value.get(), range.get().most()) > 0) {
            faults.add(
                    setting.key(),
                    type.write(value.get()) + " is out of range",
                    range.get().remedy(least, type));
        }
    }
}
