package org.cognito4j.localpool;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The reason why a definition file cannot be used, each fault with the file's name before it. */
final class FaultyDefinition extends Exception {
    private static final long serialVersionUID = 1L;

    /** An array because an exception's fields must be serializable. */
    private final String[] faults;

    private FaultyDefinition(Path file, List<String> faults) {
        super(file.toString());
        this.faults = faults.stream().map(fault -> file + ": " + fault).toArray(String[]::new);
    }

    static PoolDefinition read(Path file) throws FaultyDefinition {
        try {
            return PoolDefinition.read(file);
        } catch (InvalidPoolDefinitionException e) {
            throw new FaultyDefinition(file, e.faults());
        } catch (NoSuchFileException e) {
            throw new FaultyDefinition(file, List.of("there is no such file"));
        } catch (IOException e) {
            throw new FaultyDefinition(file, List.of("cannot be read"));
        }
    }

    List<String> faults() {
        return List.of(faults);
    }
}
