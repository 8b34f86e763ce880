package org.cognito4j.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The load generator in a process of its own. */
final class GeneratorProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter input;
    private final BufferedReader output;

    GeneratorProcess(Path tokens) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadGenerator.class.getName(),
                        tokens.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        input = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    Load.Outcome run(Load load) throws IOException {
        input.println(load.line());
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the load generator ended");
        }
        return Load.Outcome.parse(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
