package org.cognito4j.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository that people read. */
final class Documents {

    static final Path ROOT = Path.of("..", "..", "..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "target");

    private Documents() {}

    /** Every Markdown file, wherever it is. */
    static List<Path> pages() throws IOException {
        return files(ROOT).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    /** Every file below a folder that nobody generates. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
