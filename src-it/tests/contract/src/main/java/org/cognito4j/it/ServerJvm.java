package org.cognito4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of the server, asked by the JDK's own {@code jcmd}, so that nothing of ours runs in it. */
final class ServerJvm {

    private final long process;

    private ServerJvm(long process) {
        this.process = process;
    }

    /** The one that was started from where the server was unpacked; this one if the server is embedded. */
    static ServerJvm running() {
        String home = System.getProperty("server.home");
        if (home == null) {
            return new ServerJvm(ProcessHandle.current().pid());
        }
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .map(process -> new ServerJvm(process.pid()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No JVM runs from " + home));
    }

    /** How many class loaders hold a class of this name, after a garbage collection. */
    long loadersOf(String className) {
        jcmd("GC.run");
        return jcmd("VM.class_hierarchy", className).stream()
                .filter(line -> line.contains("--" + className + "/"))
                .count();
    }

    /** The names of the threads that a text is part of. */
    List<String> threadsNamed(String part) {
        return jcmd("Thread.print").stream()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .filter(name -> name.contains(part))
                .toList();
    }

    private List<String> jcmd(String... request) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(request));
        try {
            Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (jcmd.waitFor() != 0) {
                throw new AssertionError(command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
