package org.cognito4j.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.benchmarks.Progress;
import org.cognito4j.benchmarks.TokenIssuer;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/** The time from the start of a virtual machine to its first 200 to a token, each form by turns. */
final class StartUp {

    /**
     * What one start took.
     *
     * @param millis until the answer
     * @param classes loaded by the time the server listened
     */
    record Start(double millis, int classes) {}

    private StartUp() {}

    static Map<Form, List<Start>> measure(int rounds) throws IOException {
        TokenIssuer issuer = new TokenIssuer();
        Map<Form, List<Start>> starts = new EnumMap<>(Form.class);
        try (WorkFolder folder = WorkFolder.create();
                FaultServer keys = new FaultServer(Fault.ok(issuer.keySet(HttpComparison.KEY)))) {
            for (int round = 0; round < rounds; round++) {
                Progress.say("start of each, round " + (round + 1) + " of " + rounds);
                for (Form form : Form.values()) {
                    String token = issuer.token(HttpComparison.KEY);
                    long start = System.nanoTime();
                    try (ServerProcess server = ServerProcess.start(
                                    form, HttpComparison.parameters(keys), folder.path(), ServerProcess.HEAP_LIMIT);
                            Connection connection = new Connection(server.port())) {
                        if (connection.get(token) != 200) {
                            throw new IllegalStateException(form + " refused a good token");
                        }
                        double millis = (System.nanoTime() - start) / 1e6;
                        starts.computeIfAbsent(form, each -> new ArrayList<>())
                                .add(new Start(millis, server.classes()));
                    }
                }
            }
        }
        return starts;
    }
}
