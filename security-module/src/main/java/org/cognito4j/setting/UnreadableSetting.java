package org.cognito4j.setting;

import java.util.Optional;

/** The text of a setting is not of the setting's type. The message is the remedy and holds nothing of the text. */
public final class UnreadableSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String problem;

    UnreadableSetting(String problem, String remedy) {
        super(remedy);
        this.problem = problem;
    }

    /**
     * Returns what is wrong, where the type has words for it.
     *
     * @return a part of a sentence without the text; empty if the text just cannot be read
     */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }
}
