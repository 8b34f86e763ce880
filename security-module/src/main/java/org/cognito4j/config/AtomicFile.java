package org.cognito4j.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces whole files: who reads one sees the old content or the new one, after a power failure as well. */
public final class AtomicFile {

    private static final Set<PosixFilePermission> OF_OWNER = PosixFilePermissions.fromString("rw-------");

    private AtomicFile() {}

    /**
     * Puts a content into place, readable by the owner alone.
     *
     * @throws IOException if the file cannot be written or replaced, and is as it was
     */
    public static void replace(Path path, byte[] content) throws IOException {
        Path next = write(path.toAbsolutePath(), content);
        put(next, path.toAbsolutePath());
    }

    /**
     * Puts a content into the place of a file that is there, with its permissions and, as far as this user may, its owner and group.
     *
     * @param check is run last, and keeps the file as it is by an exception
     * @return whether owner and group are those of the file before
     */
    static boolean replaceLike(Path path, byte[] content, Check check) throws IOException {
        Path next = write(path, content);
        boolean isOwned;
        try {
            isOwned = resemble(next, path);
            check.run();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(next);
            throw e;
        }
        put(next, path);
        return isOwned;
    }

    /** A last check before the file is replaced. */
    @FunctionalInterface
    interface Check {

        void run() throws IOException;
    }

    private static Path write(Path path, byte[] content) throws IOException {
        Path next = Files.createTempFile(path.getParent(), "." + path.getFileName() + ".", ".next", ofOwner(path));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(next);
            throw e;
        }
        return next;
    }

    private static FileAttribute<?>[] ofOwner(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean resemble(Path next, Path path) throws IOException {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(next, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        PosixFileAttributes before = Files.readAttributes(path, PosixFileAttributes.class);
        boolean isOwned = true;
        try {
            view.setGroup(before.group());
            view.setOwner(before.owner());
        } catch (IOException e) {
            isOwned = false; // only the superuser gives files away
        }
        view.setPermissions(before.permissions());
        return isOwned;
    }

    private static void put(Path next, Path path) throws IOException {
        try {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Some systems open no folder. The name is in place all the same.
        }
    }
}
