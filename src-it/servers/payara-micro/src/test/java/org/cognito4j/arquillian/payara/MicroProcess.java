package org.cognito4j.arquillian.payara;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The JVM of {@link MicroServer}, and the connection by which it is told what to do. It ends with the connection. */
final class MicroProcess implements AutoCloseable {

    private static final int START_MILLIS = 180_000;
    private static final int ANSWER_MILLIS = 120_000;

    private final Process process;
    private final Socket connection;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private MicroProcess(Process process, Socket connection) throws IOException {
        this.process = process;
        this.connection = connection;
        this.answers = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        this.commands = new PrintWriter(connection.getOutputStream(), true, UTF_8);
    }

    static MicroProcess start(MicroConfiguration configuration) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(START_MILLIS);
            File log = new File(configuration.getLog());
            Files.createDirectories(log.toPath().getParent());
            Process process = new ProcessBuilder(command(configuration, socket.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            return connected(process, socket);
        }
    }

    private static MicroProcess connected(Process process, ServerSocket socket) throws IOException {
        try {
            MicroProcess server = new MicroProcess(process, socket.accept());
            server.connection.setSoTimeout(START_MILLIS);
            server.answer();
            server.connection.setSoTimeout(ANSWER_MILLIS);
            return server;
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    private static List<String> command(MicroConfiguration configuration, int commandPort) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(configuration.getOptions().split(" ")));
        command.addAll(openings(configuration.getJar()));
        command.add("-cp");
        command.add(configuration.getJar() + File.pathSeparator + ownClasses());
        command.add(MicroServer.class.getName());
        command.add(String.valueOf(configuration.getHttpPort()));
        command.add(String.valueOf(commandPort));
        command.add(Path.of(configuration.getJar()).resolveSibling("root").toString());
        return command;
    }

    /** What {@code java -jar} would read from the manifest. */
    private static List<String> openings(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            Attributes manifest = file.getManifest().getMainAttributes();
            List<String> options = new ArrayList<>();
            for (String opened : manifest.getValue("Add-Opens").split(" ")) {
                options.add("--add-opens=" + opened + "=ALL-UNNAMED");
            }
            for (String exported : manifest.getValue("Add-Exports").split(" ")) {
                options.add("--add-exports=" + exported + "=ALL-UNNAMED");
            }
            return options;
        }
    }

    private static String ownClasses() {
        try {
            return Path.of(MicroServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the server to do something, and waits for it. */
    boolean ask(String command) throws IOException {
        commands.println(command);
        return answer();
    }

    private boolean answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the server is gone");
        }
        return Boolean.parseBoolean(answer);
    }

    @Override
    public void close() throws IOException {
        connection.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
    }
}
