package org.cognito4j.setting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings of one kind, in the order of their declaration. Filled while the class that declares them is loaded. */
public final class SettingList {

    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();

    /** A list without settings. */
    public SettingList() {}

    /**
     * Begins the declaration of a setting.
     *
     * @param <T> the type of its value
     * @param key without any prefix
     * @param type how its text is read
     * @param meaning a sentence without capital letter and full stop, with names between backticks: tables begin their
     *     row with it, and the annotation its documentation
     * @return ends with {@link Declaration#declare}
     */
    public <T> Declaration<T> setting(String key, SettingType<T> type, String meaning) {
        return new Declaration<>(this, key, type, meaning);
    }

    /**
     * Returns all settings.
     *
     * @return an unmodifiable list
     */
    public List<Setting<?>> all() {
        return List.copyOf(settings.values());
    }

    /**
     * Returns the keys without a name that the user chooses.
     *
     * @return keys in the order of declaration
     */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        settings.values().stream().filter(setting -> !setting.isNamed()).forEach(setting -> keys.add(setting.key()));
        return keys;
    }

    /**
     * Finds a setting.
     *
     * @param key without any prefix
     * @return empty if there is none, or if the key holds a name that the user chooses
     */
    public Optional<Setting<?>> find(String key) {
        return Optional.<Setting<?>>ofNullable(settings.get(key)).filter(setting -> !setting.isNamed());
    }

    /**
     * Returns what follows the name that the user chooses, where no further name does.
     *
     * @param start what stands before the name, for example {@code clients.}
     * @return for example {@code name}, {@code roles} and {@code denied}
     */
    public Set<String> attributes(String start) {
        Set<String> attributes = new LinkedHashSet<>();
        for (String key : settings.keySet()) {
            if (key.startsWith(start + "\"<") && !key.endsWith("\"")) {
                attributes.add(key.substring(key.lastIndexOf('.') + 1));
            }
        }
        return attributes;
    }

    private void add(Setting<?> setting) {
        if (settings.putIfAbsent(setting.key(), setting) != null) {
            throw new IllegalStateException(setting.key() + " is declared twice");
        }
    }

    /**
     * The declaration of a setting before it is complete.
     *
     * @param <T> the type of its value
     */
    public static final class Declaration<T> {

        private final SettingList list;
        private final String key;
        private final SettingType<T> type;
        private final String meaning;
        private Optional<T> byDefault = Optional.empty();
        private String shownDefault = "";
        private Optional<Setting.Range<T>> range = Optional.empty();
        private boolean isPolicy;
        private boolean isShared;
        private Optional<String> outsideOfAnnotation = Optional.empty();
        private Optional<String> example = Optional.empty();

        private Declaration(SettingList list, String key, SettingType<T> type, String meaning) {
            this.list = list;
            this.key = key;
            this.type = type;
            this.meaning = meaning;
        }

        /**
         * Declares the value where none is set. Without this there is none.
         *
         * @param value the default
         * @return this declaration
         */
        public Declaration<T> byDefault(T value) {
            byDefault = Optional.of(value);
            return this;
        }

        /**
         * Declares what tables show in place of the default.
         *
         * @param text for example {@code required}
         * @return this declaration
         */
        public Declaration<T> shownAs(String text) {
            shownDefault = text;
            return this;
        }

        /**
         * Declares the lowest and the highest value.
         *
         * @param least the lowest value
         * @param most the highest value
         * @return this declaration
         */
        public Declaration<T> within(T least, T most) {
            return within(least, most, "");
        }

        /**
         * Declares the lowest and the highest value.
         *
         * @param least the lowest value
         * @param most the highest value
         * @param remedy what to do where a value is out of range
         * @return this declaration
         */
        public Declaration<T> within(T least, T most, String remedy) {
            range = Optional.of(new Setting.Range<>(Optional.of(least), Optional.empty(), most, remedy));
            return this;
        }

        /**
         * Declares a range that begins with the value of another setting.
         *
         * @param least the setting with the lowest value; has a default
         * @param most the highest value
         * @return this declaration
         */
        public Declaration<T> within(Setting<T> least, T most) {
            range = Optional.of(new Setting.Range<>(Optional.empty(), Optional.of(least), most, ""));
            return this;
        }

        /**
         * Declares that it says who may call. Without this it is structure.
         *
         * @return this declaration
         */
        public Declaration<T> policy() {
            isPolicy = true;
            return this;
        }

        /**
         * Declares that one value may stand for all pools.
         *
         * @return this declaration
         */
        public Declaration<T> sharedByPools() {
            isShared = true;
            return this;
        }

        /**
         * Declares that the annotation has no member for it.
         *
         * @param reason why
         * @return this declaration
         */
        public Declaration<T> outsideOfAnnotation(String reason) {
            outsideOfAnnotation = Optional.of(reason);
            return this;
        }

        /**
         * Declares a text that sets it. Needed where neither words nor a range show one.
         *
         * @param text not the default
         * @return this declaration
         */
        public Declaration<T> example(String text) {
            example = Optional.of(text);
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the setting, which is in the list from now on
         */
        public Setting<T> declare() {
            Setting<T> setting = new Setting<>(
                    key,
                    type,
                    meaning,
                    byDefault,
                    shownDefault,
                    range,
                    isPolicy,
                    isShared,
                    outsideOfAnnotation,
                    example);
            list.add(setting);
            return setting;
        }
    }
}
