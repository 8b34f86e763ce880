package org.cognito4j.arquillian.payara;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.beans.Expression;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Runs Payara Micro, and deploys what it is told to by the JVM of the tests. Once that hangs up, it ends.
 *
 * <p>Payara's classes are called by name: they are made for a newer Java than what compiles this.
 */
final class MicroServer {

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

    private final Object runtime;

    private MicroServer(Object runtime) {
        this.runtime = runtime;
    }

    /** Called with the port to listen on, the one to be told by, and a directory for what the server unpacks. */
    public static void main(String[] settings) {
        PrintStream log = System.err; // which the server replaces
        try (Socket commander = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(settings[1]));
                var commands = new BufferedReader(new InputStreamReader(commander.getInputStream(), UTF_8));
                var answers = new PrintWriter(commander.getOutputStream(), true, UTF_8)) {
            MicroServer server = boot(settings[0], Files.createDirectories(Path.of(settings[2])));
            answers.println(true);
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                answers.println(server.obey(command.split(" ", 3)));
            }
        } catch (Exception e) {
            e.printStackTrace(log);
        } finally {
            System.exit(0); // the server's threads would go on
        }
    }

    /** As its command line does: booted by its embedded API, it leaves out properties, and no application starts. */
    private static MicroServer boot(String httpPort, Path directory) throws Exception {
        Path settings = Files.writeString(directory.resolve("before-boot"), "set " + LISTENER + "=127.0.0.1\n");
        String[] options = {
            "--port",
            httpPort,
            "--rootDir",
            directory.toString(),
            "--preBootCommandFile",
            settings.toString(),
            "--noHazelcast" // it would listen on all addresses, and does where --noCluster is said beside this
        };
        Object micro = Class.forName("fish.payara.micro.boot.PayaraMicroLauncher")
                .getMethod("create", String[].class)
                .invoke(null, (Object) options);
        return new MicroServer(call(micro, "getRuntime"));
    }

    private boolean obey(String[] command) {
        // What was deployed or undeployed before leaves the application's loader behind here
        Thread.currentThread().setContextClassLoader(runtime.getClass().getClassLoader());
        String name = command[1];
        if (command[0].equals("deploy")) {
            call(runtime, "deploy", name, name, new File(command[2]));
            return isDeployed(name);
        }
        call(runtime, "undeploy", name);
        return true;
    }

    /** The answer to a deployment is true where the application did not start, too. */
    private boolean isDeployed(String name) {
        return ((Collection<?>) call(runtime, "getDeployedApplicationNames")).contains(name);
    }

    private static Object call(Object target, String method, Object... arguments) {
        try {
            return new Expression(target, method, arguments).getValue();
        } catch (Exception e) {
            throw new IllegalStateException(method, e);
        }
    }
}
