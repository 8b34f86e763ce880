package org.cognito4j.config;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that other processes which lock it do not replace meanwhile. It is read by the locked channel alone: on POSIX systems a process
 * loses its lock when it closes any other channel of the same file. Without permission to write into the file, or where the file system has
 * no locks, it is not locked, and {@link #isStill} finds out what others change.
 */
final class LockedFile implements AutoCloseable {

    private static final int MOST_TRIES = 1_000;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object key;

    private LockedFile(Path path, FileChannel channel, @Nullable Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /** Waits for the lock. The file may be replaced meanwhile: then the new one is locked. */
    static LockedFile of(Path path) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            Object before = key(path);
            FileChannel channel = open(path);
            if (!isLocked(channel) || Objects.equals(before, key(path))) {
                return new LockedFile(path, channel, before);
            }
            channel.close();
        }
        throw new IOException("always replaced by others");
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Files.isWritable(path)
                        ? new StandardOpenOption[] {StandardOpenOption.READ, StandardOpenOption.WRITE}
                        : new StandardOpenOption[] {StandardOpenOption.READ});
    }

    /** The lock ends with the channel. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.lock().isValid();
        } catch (IOException | RuntimeException e) {
            return false; // it is read-only, or there are no locks
        }
    }

    /** Null where the file system has no such key: then the content alone tells. */
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    Path path() {
        return path;
    }

    byte[] read() throws IOException, PolicyOrigin.Unreadable {
        channel.position(0);
        return FileOrigin.read(Channels.newInputStream(channel));
    }

    /** Returns whether the path still leads to the locked file, with this content. */
    boolean isStill(byte[] content) throws IOException {
        channel.position(0);
        byte[] now = Channels.newInputStream(channel).readNBytes(content.length + 1);
        return Objects.equals(key, key(path)) && Arrays.equals(now, content);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
