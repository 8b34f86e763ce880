package org.cognito4j.localpool;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.cognito4j.localpool.http.PortUnavailable;
import org.cognito4j.localpool.http.ServerPort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The local pool as a program: serves user pools, from definition files or made by Amazon's own tools, until it is interrupted. */
@Command(
        name = "local-pool",
        description = "Runs user pools on 127.0.0.1 that issue machine tokens as Amazon Cognito does.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:help was shown",
            "1:the port is taken or not allowed",
            "2:the command line, a definition or another file is faulty"
        })
public final class Main implements Callable<Integer> {
    private static final int PORT_TAKEN = 1;
    private static final int FAULTY_INPUT = 2;
    private static final String KEY_STORE_PASSWORD = "LOCAL_POOL_KEY_STORE_PASSWORD";

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "pool.yaml",
            arity = "0..*",
            description = "the definitions of pools; without any, the AWS CLI and the like make them")
    private List<Path> files = List.of();

    @Option(
            names = "--port",
            paramLabel = "<port>",
            description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})",
            defaultValue = "9229")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "<address>",
            description = "the address to listen on; beware, nothing protects it (default: ${DEFAULT-VALUE})",
            defaultValue = ServerPort.LOOPBACK)
    private String address;

    @Option(
            names = "--advertised-host",
            paramLabel = "<host>",
            description = "the host in issuers and addresses, if it is not the address",
            defaultValue = "")
    private String advertisedHost;

    @Option(
            names = "--region",
            paramLabel = "<region>",
            description = "the region of pools made by unsigned calls (default: ${DEFAULT-VALUE})",
            defaultValue = "us-east-1")
    private String region;

    @Option(
            names = "--state",
            paramLabel = "<file>",
            description = "a JSON file that keeps the pools from start to start, secrets included")
    private @Nullable Path state;

    @Option(
            names = "--key-store",
            paramLabel = "<file>",
            description = "a PKCS#12 file with RSA keys under the aliases access and id, instead of fresh keys; its"
                    + " password is read from the environment variable LOCAL_POOL_KEY_STORE_PASSWORD")
    private @Nullable Path keyStore;

    @Option(names = "--amazon-issuer", description = "issue tokens under the issuer that Cognito itself would use")
    private boolean amazonIssuer;

    @Option(
            names = "--pre-token",
            paramLabel = "<file>",
            description = "a JSON file with claims and scopes to add: a pre token generation function's response")
    private @Nullable Path preToken;

    @Option(
            names = "--ignore-foreign-scopes",
            description = "leave scopes that a client may not have out of its token instead of refusing it")
    private boolean ignoreForeignScopes;

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
     * Serves the pools until another thread stops it.
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
            serve(settings().start());
            return CommandLine.ExitCode.OK;
        } catch (PortUnavailable e) {
            complain(e.getMessage() + ": choose another with --port, or --port 0 for any free one");
            return PORT_TAKEN;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            complain(String.valueOf(e.getMessage()));
            return FAULTY_INPUT;
        } catch (FaultyDefinition e) {
            e.faults().forEach(this::complain);
            return FAULTY_INPUT;
        }
    }

    private LocalCognitoBuilder settings() throws FaultyDefinition {
        LocalCognitoBuilder settings = LocalCognito.configure()
                .port(port)
                .address(address)
                .advertisedHost(advertisedHost)
                .region(region);
        for (Path file : files) {
            settings.pool(FaultyDefinition.read(file));
        }
        if (state != null) {
            settings.stateFile(state);
        }
        if (keyStore != null) {
            settings.keyStore(keyStore, System.getenv().getOrDefault(KEY_STORE_PASSWORD, ""));
        }
        if (preToken != null) {
            settings.preTokenFile(preToken);
        }
        if (amazonIssuer) {
            settings.amazonIssuers();
        }
        return ignoreForeignScopes ? settings.ignoreForeignScopes() : settings;
    }

    private void serve(LocalCognito cognito) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(cognito::close));
        PrintWriter out = command.commandLine().getOut();
        new StartupSummary(cognito).print(out);
        out.flush();
        cognito.join();
    }

    private void complain(String what) {
        command.commandLine().getErr().println(what);
    }
}
