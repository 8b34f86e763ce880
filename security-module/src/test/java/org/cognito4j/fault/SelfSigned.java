package org.cognito4j.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificate of a server that is called localhost, with its key. */
public final class SelfSigned {

    /** The password of the file. */
    public static final String PASSWORD = "changeit";

    private final Path file;
    private final KeyStore identity;

    private SelfSigned(Path file, KeyStore identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Makes a certificate. The JDK does so by its tool alone.
     *
     * @param folder where the file with key and certificate is written
     * @return the certificate
     * @throws Exception if the tool fails
     */
    public static SelfSigned in(Path folder) throws Exception {
        Path file = folder.resolve("identity.p12");
        String command =
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=keys -ext san=dns:localhost"
                        + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore";
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.add(file.toString());
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            identity.load(stored, PASSWORD.toCharArray());
        }
        return new SelfSigned(file, identity);
    }

    /**
     * Returns the file that holds key and certificate.
     *
     * @return a PKCS #12 file
     */
    public Path file() {
        return file;
    }

    /**
     * Returns the context of a server with this certificate.
     *
     * @return a context that trusts like the JDK
     * @throws GeneralSecurityException never
     */
    public SSLContext ofServer() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /**
     * Returns the context of a client that trusts this certificate and no other.
     *
     * @return a context without a key
     * @throws GeneralSecurityException never
     * @throws IOException never
     */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", identity.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
