package org.cognito4j.localpool;

import java.util.List;

/**
 * The refusal of a pool definition; carries every fault of it, not only the first.
 *
 * <p>No fault repeats the text it complains about, since that may be a secret.
 */
public final class InvalidPoolDefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An array because an exception's fields must be serializable; never handed out. */
    private final String[] faults;

    InvalidPoolDefinitionException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = faults.toArray(String[]::new);
    }

    /**
     * The faults, at least one: each a line that names the place, such as {@code clients.billing.scopes[0]}, what is wrong
     * there and what to do about it.
     *
     * @return an immutable list
     */
    public List<String> faults() {
        return List.of(faults);
    }
}
