package org.cognito4j.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cognito4j.SettingFault;
import org.jspecify.annotations.Nullable;

/** A policy file. Its path is followed with each look, as any link in it may lead elsewhere. */
final class FileOrigin implements PolicyOrigin {

    /** A longer file is not read with each look, unless it has changed lately or its attributes have. */
    static final int SHORT = 1_024 * 1_024;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Longer than the steps in which file systems count time. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int MOST_SKIPPED = 10;

    private final Path path;
    private final String place;
    private final boolean isShared;
    private @Nullable List<Object> attributes;
    private int skipped;

    /**
     * A file.
     *
     * @param place where it is named, to follow what is wrong with it
     * @param isShared whether it is set for other applications, too
     */
    FileOrigin(Path path, String place, boolean isShared) {
        this.path = path;
        this.place = place;
        this.isShared = isShared;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public boolean isShared() {
        return isShared;
    }

    @Override
    public String kind() {
        return DeclaredApplicationSettings.POLICY_FILE.key();
    }

    @Override
    public SettingFault fault(String problem) {
        return new SettingFault(
                SettingKeys.PREFIX + DeclaredApplicationSettings.POLICY_FILE.key(),
                "names " + path + ", which " + problem + place,
                "Put a policy file there that this process can read, or remove the setting");
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public Optional<byte[]> load(boolean mayBeUnchanged) throws Unreadable {
        try {
            return isUnchangedForSure(mayBeUnchanged) ? Optional.empty() : Optional.of(read(path));
        } catch (IOException e) {
            attributes = null;
            throw new Unreadable("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Reads a whole file. */
    static byte[] read(Path path) throws IOException, Unreadable {
        try (InputStream in = Files.newInputStream(path)) {
            return read(in);
        }
    }

    /** Reads a whole stream. */
    static byte[] read(InputStream in) throws IOException, Unreadable {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw Unreadable.longer();
        }
        return content;
    }

    /** Short files are compared byte by byte each time: no attribute is needed to find out. */
    private boolean isUnchangedForSure(boolean mayBeUnchanged) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        List<Object> all =
                Arrays.asList(now.lastModifiedTime(), now.size(), Objects.requireNonNullElse(now.fileKey(), path));
        boolean isSettled = now.lastModifiedTime().toInstant().plus(SETTLED).isBefore(Instant.now());
        boolean isKnown = mayBeUnchanged && all.equals(attributes);
        attributes = all;
        boolean isUnchanged = now.size() > SHORT && isSettled && isKnown && ++skipped <= MOST_SKIPPED;
        if (!isUnchanged) {
            skipped = 0;
        }
        return isUnchanged;
    }
}
