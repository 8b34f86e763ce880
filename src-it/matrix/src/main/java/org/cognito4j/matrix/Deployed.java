package org.cognito4j.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The checksums of what a server was given, taken from the very files that the tests deployed. */
final class Deployed {

    static final String JAR = "Module jar";
    static final String DROP_IN = "Drop-in file";
    static final String DEMO = "Demo WAR";

    /** What the table calls the files, in its order. */
    static final List<String> FILES = List.of(JAR, DROP_IN, DEMO);

    private Deployed() {}

    /**
     * Reads the files.
     *
     * @param properties those of the JVM of the tests
     */
    static Map<String, String> by(Map<String, String> properties) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String libraries : List.of("cognito4j.it.libraries-war", "cognito4j.it.drop-in-war")) {
            Path war = Path.of(properties.getOrDefault(libraries, "none"));
            if (Files.exists(war)) {
                addModule(war, sums);
            }
        }
        Path demo = Path.of(properties.getOrDefault("cognito4j.it.demo-war", "none"));
        if (Files.exists(demo)) {
            try (InputStream in = Files.newInputStream(demo)) {
                sums.put(DEMO, sum(in));
            }
        }
        return sums;
    }

    private static void addModule(Path war, Map<String, String> sums) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(war))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/cognito4j-security-")) {
                    sums.put(entry.getName().endsWith("-dropin.jar") ? DROP_IN : JAR, sum(entries));
                }
            }
        }
    }

    private static String sum(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
