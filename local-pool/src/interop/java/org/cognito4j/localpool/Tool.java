package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody else's program. */
public final class Tool {
    /** The folder of this module, wherever the tests are run from. */
    public static final Path MODULE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath();

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> command;

    public Tool(String... command) {
        this.command = List.of(command);
        environment.put("PATH", "/usr/bin:" + System.getenv("PATH"));
    }

    public Tool with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Its output without the last line end; it has to end well. */
    public String output() {
        return run(true);
    }

    /** What it says about its failure; it has to fail. */
    public String complaint() {
        return run(false);
    }

    private String run(boolean well) {
        try {
            Path errors = Files.createTempFile("tool", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            String complaint = Files.readString(errors);
            Files.delete(errors);
            assertThat(process.exitValue() == 0)
                    .as("%s: %s%s", command.get(0), output, complaint)
                    .isEqualTo(well);
            return (well ? output : complaint).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
