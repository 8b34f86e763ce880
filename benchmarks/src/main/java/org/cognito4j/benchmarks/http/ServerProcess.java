package org.cognito4j.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Jetty in a process of its own with a web application made for it. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern OF_THE_SERVER = Pattern.compile(
            "jetty-.*|slf4j-.*|asm.*|jakarta\\.(servlet|annotation|transaction|interceptor|enterprise|inject|el).*");

    /** What every one has, and what is left to the virtual machine where its start is measured. */
    static final List<String> HEAP_LIMIT = List.of("-Xmx512m");

    /**
     * The same heap for each under load. Left to itself, the collector shrinks the heap of a server that loads many classes:
     * these cross a threshold of the metaspace, which starts a concurrent cycle before there was any load to learn from.
     */
    static final List<String> SAME_HEAP = List.of("-Xmx512m", "-Xms512m", "-Xmn256m");

    private final Process process;
    private final int port;
    private final int classes;

    private ServerProcess(Process process, int port, int classes) {
        this.process = process;
        this.port = port;
        this.classes = classes;
    }

    /** Starts one, with options for its virtual machine, and waits until it serves. */
    static ServerProcess start(Form form, Map<String, String> parameters, Path folder, List<String> options)
            throws IOException {
        Path application = Files.createDirectories(folder.resolve(form.name()));
        Files.createDirectories(application.resolve("WEB-INF/lib"));
        List<String> server = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (Files.isDirectory(jar)) {
                server.add(entry);
                copyApplication(jar, form, application);
            } else {
                if (OF_THE_SERVER.matcher(name).matches()) {
                    server.add(entry);
                }
                Path target = application.resolve("WEB-INF/lib").resolve(name);
                if (form.brings(name) && !Files.exists(target)) {
                    Files.copy(jar, target);
                }
            }
        }
        Files.writeString(application.resolve("WEB-INF/web.xml"), form.descriptor(parameters));
        // For Weld, where it is; nobody else looks at it.
        Files.writeString(
                application.resolve("WEB-INF/beans.xml"),
                "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"all\"/>");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", String.join(File.pathSeparator, server), HttpHost.class.getName(), application.toString()));
        return start(command, application);
    }

    private static ServerProcess start(List<String> command, Path application) throws IOException {
        Path log = application.resolveSibling(application.getFileName() + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("port ")) {
                String[] words = line.split(" ");
                return new ServerProcess(process, Integer.parseInt(words[1]), Integer.parseInt(words[3]));
            }
        }
        throw new IOException("it did not start:\n" + Files.readString(log));
    }

    /** The classes of this package's application, from where they were compiled to. */
    private static void copyApplication(Path compiled, Form form, Path application) throws IOException {
        String name = "org/cognito4j/benchmarks/http/app";
        Path from = compiled.resolve(name);
        if (!Files.isDirectory(from)) {
            return;
        }
        Path to = Files.createDirectories(application.resolve("WEB-INF/classes").resolve(name));
        try (var files = Files.list(from)) {
            for (Path file : files.filter(form::has).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    int port() {
        return port;
    }

    /** How many classes were loaded by the time it served. */
    int classes() {
        return classes;
    }

    /** The processor time that it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
