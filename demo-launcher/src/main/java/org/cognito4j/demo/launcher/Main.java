package org.cognito4j.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cognito4j.demo.launcher.Demo.Service;

/**
 * What {@code mvn -Pdemo} runs: starts the demo, prints what to try, and stops it on Ctrl-C.
 *
 * <p>Arguments: the orders WAR and its port, the billing WAR and its port, the pool's file and its port.
 */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        try {
            Service orders = new Service(Path.of(arguments[0]), port("demo.port", arguments[1]));
            Service billing = new Service(Path.of(arguments[2]), port("demo.billing.port", arguments[3]));
            int poolPort = port("demo.pool.port", arguments[5]);
            run(Demo.start(orders, billing, Path.of(arguments[4]), poolPort));
        } catch (IOException | UncheckedIOException e) {
            fail(e.getMessage() + "\nChoose other ports with  mvn -Pdemo -Ddemo.port=8090 -Ddemo.billing.port=8091"
                    + " -Ddemo.pool.port=9230  (0 takes any free one).");
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(String reason) {
        System.err.println("\nThe demo could not start: " + reason);
        System.exit(1);
    }

    private static void run(Demo demo) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "demo-stop"));
        // Ctrl-C reaches this process by itself; whoever ends Maven alone means the demo too.
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        System.out.println(Instructions.of(demo));
        demo.join();
    }

    private static void stop(Demo demo) {
        try {
            demo.close();
            System.out.println("The demo has stopped.");
        } catch (IllegalStateException e) {
            System.err.println("The demo did not stop cleanly: " + e);
        }
    }

    private static int port(String property, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                property + " is \"" + text + "\", which is no port (0 to 65535, 0 takes any free one)");
    }
}
