package org.cognito4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is appended to the files of a directory while this is open, at the levels that the server writes by default. */
final class FileLog implements ServerLog {

    /** The lines of a message, and of a stack trace, that follow the first one are indented. */
    private static final String BETWEEN_RECORDS = "\\R(?=\\S)";

    private final Path directory;
    private final Map<Path, Integer> sizesBefore = new HashMap<>();

    private FileLog(Path directory) {
        this.directory = directory;
    }

    static FileLog open(Path directory) {
        FileLog log = new FileLog(directory);
        log.files().forEach(file -> log.sizesBefore.put(file, contents(file).length));
        return log;
    }

    @Override
    public List<String> records() {
        return files().stream()
                .map(this::appended)
                .flatMap(text -> Stream.of(text.split(BETWEEN_RECORDS)))
                .toList();
    }

    @Override
    public void close() {}

    private String appended(Path file) {
        byte[] contents = contents(file);
        // A file that has been rotated meanwhile is shorter than it was
        int before = Math.min(sizesBefore.getOrDefault(file, 0), contents.length);
        return new String(contents, before, contents.length - before, StandardCharsets.UTF_8);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
