package org.cognito4j.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Changes a policy file in one step: who reads it sees the old policy or the new one. Two programs that change it at once wait for each
 * other, and what another program changes meanwhile keeps the file as that left it.
 */
public final class PolicyFileEdit {

    /** Locks of files are those of a whole process. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final Path file;

    /**
     * An edit of a file.
     *
     * @param file the policy; a link to it stays one
     */
    public PolicyFileEdit(Path file) {
        this.file = file;
    }

    /** The file cannot be changed, or must not. The message says why, and what to do. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The result of an edit.
     *
     * @param before the policy before
     * @param after the policy that is in place now
     * @param isChanged whether the file was replaced
     * @param keepsOwner whether owner and group of the file are those of before
     */
    public record Result(PolicyText before, PolicyText after, boolean isChanged, boolean keepsOwner) {}

    /**
     * Reads the policy.
     *
     * @return the policy as it is
     * @throws Refused if there is none, or it is half written
     */
    public PolicyText read() throws Refused {
        return text(load(target()));
    }

    /**
     * Returns whether the policy ends with the digest of all before it.
     *
     * @return false if the last line is missing
     * @throws Refused if it cannot be read
     */
    public boolean isSealed() throws Refused {
        return PolicyEnd.of(load(target())) == PolicyEnd.WHOLE;
    }

    /**
     * Changes the policy.
     *
     * @param change makes the new policy of the old one
     * @param check throws what is wrong with the new content, before it is put into place
     * @return what has changed
     * @throws Refused if the file cannot be changed, or was changed by another program meanwhile
     */
    public Result apply(UnaryOperator<PolicyText> change, Consumer<byte[]> check) throws Refused {
        return change(change, check, this::text);
    }

    /**
     * Writes the last line of a policy that was changed without it.
     *
     * @param check throws what is wrong with the content
     * @return what has changed
     * @throws Refused if the file cannot be changed
     */
    public Result seal(Consumer<byte[]> check) throws Refused {
        return change(UnaryOperator.identity(), check, PolicyFileEdit::parsed);
    }

    private Result change(UnaryOperator<PolicyText> change, Consumer<byte[]> check, Reading reading) throws Refused {
        WITHIN_PROCESS.lock();
        try {
            Path target = target();
            requireOwnFile(target);
            try (LockedFile locked = LockedFile.of(target)) {
                return put(locked, reading, change, check);
            }
        } catch (PolicyOrigin.Unreadable e) {
            throw new Refused("The policy file " + e.getMessage());
        } catch (IOException e) {
            throw new Refused("The policy file and its folder cannot be written ("
                    + e.getClass().getSimpleName()
                    + "). Run this as a user who may write there; the file is as it was");
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }

    /** How the bytes of a policy become its lines. */
    @FunctionalInterface
    private interface Reading {

        PolicyText read(byte[] content) throws Refused;
    }

    private Result put(LockedFile file, Reading reading, UnaryOperator<PolicyText> change, Consumer<byte[]> check)
            throws IOException, Refused, PolicyOrigin.Unreadable {
        byte[] content = file.read();
        PolicyText before = reading.read(content);
        PolicyText after = change.apply(before);
        byte[] next = after.sealed();
        check.accept(next);
        if (Arrays.equals(next, content)) {
            return new Result(before, after, false, true);
        }
        AtomicBoolean isMeanwhile = new AtomicBoolean();
        try {
            boolean keepsOwner = AtomicFile.replaceLike(file.path(), next, () -> {
                isMeanwhile.set(!file.isStill(content));
                if (isMeanwhile.get()) {
                    throw new IOException("changed meanwhile");
                }
            });
            return new Result(before, after, true, keepsOwner);
        } catch (IOException e) {
            if (isMeanwhile.get()) {
                throw new Refused(
                        "Another program has changed the policy file meanwhile, and its change stays. Run this again");
            }
            throw e;
        }
    }

    /** The file behind all links. */
    private Path target() throws Refused {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("There is no policy file of this name. Correct the name, or create an empty file first");
        }
        try {
            Path target = file.toRealPath();
            if (!Files.isRegularFile(target)) {
                throw new Refused("The policy is no file. Name a properties file");
            }
            return target;
        } catch (IOException e) {
            throw new Refused("The policy file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Kubernetes writes what it mounts into folders such as {@code ..2026_12_01_09_30_00.1}, and takes changes back. */
    private static void requireOwnFile(Path target) throws Refused {
        for (Path part : target) {
            if (part.toString().startsWith("..")) {
                throw new Refused("The policy file is mounted from a ConfigMap or Secret, in which changes do not last."
                        + " Change a copy of it, and then the ConfigMap: kubectl create configmap <name>"
                        + " --from-file=<copy> --dry-run=client -o yaml | kubectl apply -f -");
            }
        }
    }

    private byte[] load(Path target) throws Refused {
        try {
            return FileOrigin.read(target);
        } catch (IOException e) {
            throw new Refused("The policy file cannot be read (" + e.getClass().getSimpleName()
                    + "). Run this as a user who may read it");
        } catch (PolicyOrigin.Unreadable e) {
            throw new Refused("The policy file " + e.getMessage());
        }
    }

    private PolicyText text(byte[] content) throws Refused {
        if (PolicyEnd.of(content) == PolicyEnd.BROKEN) {
            throw new Refused("The policy file " + PolicyEnd.BROKEN_MEANS
                    + ". Look at it, correct it, and write its last line with: policy seal --policy <file>");
        }
        return parsed(content);
    }

    private static PolicyText parsed(byte[] content) throws Refused {
        try {
            return PolicyText.of(content);
        } catch (IllegalArgumentException e) {
            throw new Refused("The policy file is no properties file: it has a malformed \\u. Correct it");
        }
    }
}
