package org.cognito4j.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cognito4j.benchmarks.Progress;
import org.cognito4j.benchmarks.TokenIssuer;
import org.cognito4j.benchmarks.UnacceptableTokens;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/**
 * Puts load on each form by turns, for a moment each, many times: whatever else the machine does hits all of them. All
 * servers run all the time, each in its own process, as does the load generator.
 */
final class HttpComparison implements AutoCloseable {

    static final String KEY = "4PQh+BZT/1rUfM7wkVYd0a3cJzNxEoLs9Gb6tHiQy5A=";

    private final WorkFolder folder = WorkFolder.create();
    private final FaultServer keys;
    private final byte[] keySet;
    private final Map<Form, ServerProcess> servers = new EnumMap<>(Form.class);
    private final GeneratorProcess generator;

    /**
     * Starts everything.
     *
     * @param tokens how many different ones there are
     * @param forms whom to compare
     */
    HttpComparison(int tokens, Collection<Form> forms) throws IOException {
        TokenIssuer issuer = new TokenIssuer();
        keySet = issuer.keySet(KEY);
        keys = new FaultServer(Fault.ok(keySet));
        Path file = folder.path().resolve("tokens");
        Files.write(
                file,
                IntStream.range(0, tokens)
                        .parallel()
                        .mapToObj(i -> issuer.token(KEY))
                        .toList());
        generator = new GeneratorProcess(file);
        Progress.say("start " + forms.size() + " servers");
        for (Form form : forms) {
            servers.put(form, ServerProcess.start(form, parameters(keys), folder.path(), ServerProcess.SAME_HEAP));
        }
        for (ServerProcess server : servers.values()) {
            // The first tokens may be refused while keys are fetched, if the machine has much else to do.
            generator.run(new Load(server.port(), false, 0, 200));
        }
        Map<String, String> unacceptable = UnacceptableTokens.of(issuer, KEY);
        for (Map.Entry<Form, ServerProcess> server : servers.entrySet()) {
            if (server.getKey() != Form.NONE) {
                requireRefusals(server.getKey(), server.getValue(), unacceptable);
            }
        }
    }

    /** So that all check the same. */
    private static void requireRefusals(Form form, ServerProcess server, Map<String, String> unacceptable)
            throws IOException {
        for (Map.Entry<String, String> token : unacceptable.entrySet()) {
            try (Connection connection = new Connection(server.port())) {
                int status = connection.get(token.getValue());
                if (status != 401 && status != 403) {
                    throw new IllegalStateException(
                            form.title() + " answers " + status + " to a token " + token.getKey());
                }
            }
        }
    }

    /**
     * What the forms read of the deployment descriptor, each its own part. There is less room for verdicts than usual, so
     * that tokens which should be new each time are, though they go round.
     */
    static Map<String, String> parameters(FaultServer keys) {
        String address = keys.address("/jwks.json").toString();
        return Map.of(
                "cognito.user-pool-id",
                TokenIssuer.POOL,
                "cognito.client-ids",
                TokenIssuer.CLIENT,
                "cognito.jwks-uri",
                address,
                "cognito.allow-loopback-http",
                "true",
                "cognito.verdict-cache-size",
                "1000",
                "keys",
                address,
                "issuer",
                TokenIssuer.ISSUER);
    }

    /** Has all compilers done their work. */
    void warmUp(int millis) throws IOException {
        warmUp(false, millis);
        warmUp(true, millis);
    }

    void warmUp(boolean distinct, int millis) throws IOException {
        Progress.say("warm up for " + servers.size() + " times " + millis + " ms");
        for (ServerProcess server : servers.values()) {
            Load.Outcome outcome = generator.run(new Load(server.port(), distinct, 0, millis));
            if (outcome.failures() > 0) {
                throw new IllegalStateException("a good token was refused");
            }
        }
    }

    /** Some moments of load on each. */
    Map<Form, List<Sample>> measure(boolean distinct, int perSecond, int millis, int rounds) throws IOException {
        Map<Form, List<Sample>> samples = new EnumMap<>(Form.class);
        for (int round = 0; round < rounds; round++) {
            Progress.say("round " + (round + 1) + " of " + rounds + ", " + (distinct ? "new" : "repeated") + " tokens, "
                    + (perSecond == 0 ? "as many as it takes" : perSecond + " a second"));
            for (Map.Entry<Form, ServerProcess> server : servers.entrySet()) {
                samples.computeIfAbsent(server.getKey(), form -> new ArrayList<>())
                        .add(sample(server.getValue(), distinct, perSecond, millis));
            }
        }
        return samples;
    }

    private Sample sample(ServerProcess server, boolean distinct, int perSecond, int millis) throws IOException {
        long before = server.processorTime().toNanos();
        Load.Outcome outcome = generator.run(new Load(server.port(), distinct, perSecond, millis));
        double micros = (server.processorTime().toNanos() - before) / 1e3 / Math.max(1, outcome.requests());
        return new Sample(outcome, micros);
    }

    /** From now on, or no longer, the publisher of keys resets every connection. */
    void keysAway(boolean away) {
        keys.answer(away ? Fault.reset() : Fault.ok(keySet));
    }

    @Override
    public void close() throws IOException {
        generator.close();
        servers.values().forEach(ServerProcess::close);
        keys.close();
        folder.close();
    }
}
