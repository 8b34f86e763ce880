package org.cognito4j.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.cognito4j.net.BoundedCalls;

/** The last good policy in a file, for a start at which its origin does not answer. Only the owner of the file may read it. */
final class PolicyCopy implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Path path;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-policy-copy");

    PolicyCopy(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Reads the copy. */
    byte[] load() throws IOException, PolicyOrigin.Unreadable {
        return FileOrigin.read(path);
    }

    /**
     * Replaces the copy, unless it is the same already.
     *
     * @return why not; empty if it is
     */
    String keep(byte[] content) {
        try {
            return calls.call(() -> replace(content), BOUND);
        } catch (BoundedCalls.Failed e) {
            return e.getMessage();
        }
    }

    private String replace(byte[] content) {
        try {
            if (!Files.isRegularFile(path) || !Arrays.equals(load(), content)) {
                AtomicFile.replace(path, content);
            }
            return "";
        } catch (IOException | PolicyOrigin.Unreadable e) {
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
