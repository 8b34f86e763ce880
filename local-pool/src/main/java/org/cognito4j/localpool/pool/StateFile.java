package org.cognito4j.localpool.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cognito4j.localpool.json.Json;

/**
 * The pools of a server in one JSON file, secrets included and keys not. It is written whole beside its place and then moved
 * there, so that it is never half written; only its owner may read it.
 *
 * @param file where
 */
public record StateFile(Path file) {
    private static final int VERSION = 1;

    /** What is in the file. */
    record State(int version, EntriesById<RegisteredPool> pools) {}

    /** The pools of last time; none if there is no file yet. */
    public EntriesById<RegisteredPool> read() {
        try (InputStream json = Files.newInputStream(file)) {
            State state = Json.read(Json.parse(json), State.class);
            if (state.version() != VERSION) {
                throw new IOException("version " + state.version());
            }
            return state.pools();
        } catch (NoSuchFileException e) {
            return EntriesById.none();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state file " + file + " is not one of this version: move it away to start afresh", e);
        }
    }

    public void write(EntriesById<RegisteredPool> pools) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, file.getFileName().toString(), ".new");
            Files.write(next, Json.bytes(Json.value(new State(VERSION, pools))));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The state file " + file + " cannot be written", e);
        }
    }
}
