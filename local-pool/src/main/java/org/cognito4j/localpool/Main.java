package org.cognito4j.localpool;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The local pool as a program: starts a pool from a definition file and serves it until it is interrupted. */
@Command(
        name = "local-pool",
        description = "Runs a user pool on 127.0.0.1 that issues machine tokens as Amazon Cognito does.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:help was shown",
            "1:the port is taken or not allowed",
            "2:the command line or the definition is faulty"
        })
public final class Main implements Callable<Integer> {
    private static final int PORT_TAKEN = 1;
    private static final int FAULTY_INPUT = 2;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "pool.yaml", description = "the definition of the pool")
    private Path file;

    @Option(
            names = "--port",
            paramLabel = "<port>",
            description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})",
            defaultValue = "9229")
    private int port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    Main() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     * @throws IOException if the program's own logging configuration cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        configureLogging();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Requests on a line each and Jetty quiet, unless the user has a configuration. */
    private static void configureLogging() throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream configuration = Main.class.getResourceAsStream("logging.properties")) {
                LogManager.getLogManager().readConfiguration(configuration);
            }
        }
    }

    /**
     * Serves the pool until another thread stops it.
     *
     * @return the exit code
     */
    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    command.commandLine(), port + " is no port: write one from 1 to 65535, or 0 for any free one");
        }
        try {
            serve(LocalPool.start(PoolDefinition.read(file), port));
            return CommandLine.ExitCode.OK;
        } catch (InvalidPoolDefinitionException e) {
            e.faults().forEach(fault -> complain(file + ": " + fault));
            return FAULTY_INPUT;
        } catch (NoSuchFileException e) {
            complain(file + ": there is no such file");
            return FAULTY_INPUT;
        } catch (IOException e) {
            complain(file + ": cannot be read");
            return FAULTY_INPUT;
        } catch (UncheckedIOException e) {
            complain(e.getMessage() + ": choose another with --port, or --port 0 for any free one");
            return PORT_TAKEN;
        }
    }

    private void serve(LocalPool pool) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(pool::close));
        PrintWriter out = command.commandLine().getOut();
        new Greeting(pool).print(out);
        out.flush();
        pool.join();
    }

    private void complain(String what) {
        command.commandLine().getErr().println(what);
    }
}
