package org.cognito4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/** What one token costs, whatever is in it: processor time and memory, for as much as a header line of 8 KiB holds. */
public final class HeaderCost {

    private static final int LIMIT = 8_192;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 3_001;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private HeaderCost() {}

    /**
     * Measures everything and prints a table.
     *
     * @param arguments none
     * @throws IOException if the key server cannot start
     */
    public static void main(String[] arguments) throws IOException {
        TokenIssuer issuer = new TokenIssuer();
        FaultServer server = new FaultServer(Fault.ok(issuer.keySet("one")));
        Contender verifier = new Cognito4j(server.address("/jwks.json"));
        System.out.println("| Token | Characters | Processor time, median | Allocated, median | Verdict |");
        System.out.println("| --- | ---: | ---: | ---: | --- |");
        tokens(issuer.token("one")).forEach((name, token) -> System.out.println(row(verifier, name, token)));
        verifier.close();
        server.close();
    }

    private static Map<String, String> tokens(String genuine) {
        String[] parts = genuine.split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("genuine", genuine);
        tokens.put("signature of another", parts[0] + "." + parts[1] + "." + parts[2].replace('A', 'B'));
        tokens.put("many claims", unsigned(parts, ",\"%04d\":1"));
        tokens.put("many members of one letter", unsigned(parts, ",\"a\":1"));
        tokens.put("many scopes", unsigned(parts, ",\"%04d\":\"a b c d e f g h\""));
        tokens.put("long numbers", unsigned(parts, ",\"%04d\":" + "9".repeat(100) + "e-90"));
        tokens.put("deep arrays", unsigned(parts, ",\"%04d\":[[[[[[[[[[[[1]]]]]]]]]]]]"));
        tokens.put("escapes", unsigned(parts, ",\"%04d\":\"\\u00e5\\n\\ud83d\\ude00\""));
        tokens.put(
                "a header of members",
                base64(filled("{\"kid\":\"one\",\"alg\":\"RS256\"}", ",\"%04d\":1", LIMIT - 600)) + "." + parts[1] + "."
                        + parts[2]);
        tokens.put("not JSON", base64("x".repeat(3_000)) + "." + base64("y".repeat(2_800)) + "." + parts[2]);
        tokens.put("dots", ".".repeat(LIMIT));
        tokens.put("no base64", " ".repeat(LIMIT));
        tokens.put("above the limit", "A".repeat(16_385));
        tokens.put("far above the limit", "A".repeat(1 << 24));
        return tokens;
    }

    /** A token with the genuine claims and as many others as fit, signed by nobody. */
    private static String unsigned(String[] parts, String member) {
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        int room = LIMIT - parts[0].length() - parts[2].length() - 2;
        return parts[0] + "." + base64(filled(claims, member, room)) + "." + parts[2];
    }

    private static String filled(String object, String member, int base64Characters) {
        StringBuilder filled = new StringBuilder(object).deleteCharAt(object.length() - 1);
        for (int i = 0; (filled.length() + member.length() + 2) * 4 / 3 + 1 < base64Characters; i++) {
            filled.append(String.format(Locale.ROOT, member, i));
        }
        return filled.append('}').toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(Contender verifier, String name, String token) {
        for (int i = 0; i < WARM_UP; i++) {
            verifier.verify(token);
        }
        long[] nanos = new long[ROUNDS];
        long[] bytes = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long time = THREADS.getCurrentThreadCpuTime();
            verifier.verify(token);
            nanos[i] = THREADS.getCurrentThreadCpuTime() - time;
            bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f µs | %.1f KiB | %s |",
                name,
                token.length(),
                median(nanos) / 1e3,
                median(bytes) / 1024.0,
                verifier.verify(token).name().toLowerCase(Locale.ROOT));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
