package org.cognito4j.demo.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policy file of the orders application, which lists the app clients that are cut off. Thread-safe. */
final class OrdersPolicy implements AutoCloseable {

    private final Path folder;
    private final Path file;
    private Set<String> denied = Set.of();

    private OrdersPolicy(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("policy.properties");
    }

    /**
     * Makes a file in a new folder, in which no app client is cut off.
     *
     * @throws IOException if it cannot be written
     */
    static OrdersPolicy create() throws IOException {
        OrdersPolicy policy = new OrdersPolicy(Files.createTempDirectory("cognito4j-demo"));
        policy.write(Set.of());
        return policy;
    }

    Path file() {
        return file;
    }

    /** The file in which the orders application keeps what its callers need. */
    Path usageFile() {
        return folder.resolve("usage.json");
    }

    /** Returns the ids of the app clients that are cut off. */
    synchronized Set<String> denied() {
        return denied;
    }

    /**
     * Cuts one more app client off, or lets it in again.
     *
     * @throws IOException if the file cannot be written; it then stays as it is
     */
    synchronized void set(String clientId, boolean isDenied) throws IOException {
        Set<String> next = new TreeSet<>(denied);
        if (isDenied) {
            next.add(clientId);
        } else {
            next.remove(clientId);
        }
        write(next);
        denied = Set.copyOf(next);
    }

    /** As docs/revoking.md says it: the whole file with its digest, put into place by one rename. */
    private void write(Collection<String> clientIds) throws IOException {
        String text = clientIds.stream()
                .map(id -> "cognito.clients.\"" + id + "\".denied=true\n")
                .collect(Collectors.joining("", "# The app clients that are cut off\n", ""));
        Path next = folder.resolve("next.properties");
        Files.writeString(next, text + "# end " + sha256(text) + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println("The demo left " + folder + " behind: " + e);
        }
    }
}
