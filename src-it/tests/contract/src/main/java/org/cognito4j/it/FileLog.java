package org.cognito4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
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

    /** Servers remove files of theirs at any time. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
