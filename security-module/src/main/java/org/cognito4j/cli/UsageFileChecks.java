package org.cognito4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cognito4j.net.VisibleText;

/** Checks whether a figures file can be written. */
final class UsageFileChecks {

    private static final String AREA = "usage-file";

    private UsageFileChecks() {}

    static Finding of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return warning(file, "whose folder does not exist", "Create the folder, writable for the server");
        }
        if (!Files.isWritable(folder)) {
            return warning(
                    file,
                    "whose folder this user may not write",
                    "Give the server the right to create files there, beside the file itself and its lock");
        }
        return Files.isDirectory(file)
                ? warning(file, "which is a folder", "Name a file")
                : Finding.good(AREA, VisibleText.quoted(file.toString()) + " can be written");
    }

    private static Finding warning(Path file, String problem, String remedy) {
        return Finding.warning(
                AREA, "cognito.usage-file names " + VisibleText.quoted(file.toString()) + ", " + problem, remedy);
    }
}
