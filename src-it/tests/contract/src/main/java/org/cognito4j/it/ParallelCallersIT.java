package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many callers at the same time, who get answers from threads that have just served others: also nobody, the refused and
 * those whose requests fail. The system property {@code cognito4j.it.requests} makes a long run of it.
 */
class ParallelCallersIT extends Contract {

    private static final int REQUESTS = Integer.getInteger("cognito4j.it.requests", 2000);
    private static final List<String[]> ROLES =
            List.of(new String[] {"read"}, new String[] {"write"}, new String[] {"read", "write"}, new String[] {});

    /** Each an app client of its own; their roles repeat every four. */
    private static final List<String> TOKENS = IntStream.range(0, Settings.NUMBERED_CALLERS)
            .mapToObj(number -> Pools.token("caller_" + number, ROLES.get(number % ROLES.size())))
            .toList();

    /** Their number has no divisor in common with 4 and 10, so that every kind of caller comes to each of them. */
    private static final List<String> PATHS = paths();

    private static final List<String> DISPATCHING_PATHS = List.of("async/thread-dispatch", "async/thread", "read/x");

    @Test
    void are_never_taken_for_one_another() throws Exception {
        assertNobodyIsTakenForAnother(PATHS);
    }

    @Test
    @NeedsOrderlyDispatch
    void are_never_taken_for_one_another_after_dispatches_from_other_threads() throws Exception {
        assertNobodyIsTakenForAnother(DISPATCHING_PATHS);
    }

    private void assertNobodyIsTakenForAnother(List<String> paths) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(Settings.NUMBERED_CALLERS);
        try {
            List<Callable<String>> requests = IntStream.range(0, REQUESTS)
                    .<Callable<String>>mapToObj(number -> () -> seen(number, path(paths, number)))
                    .toList();

            List<Future<String>> seen = clients.invokeAll(requests);

            for (int number = 0; number < REQUESTS; number++) {
                String path = path(paths, number);
                assertThat(seen.get(number).get()).as(path).isEqualTo(expected(number, path));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private String seen(int number, String path) {
        Reply reply = isAnonymous(number)
                ? anonymously(path)
                : isBad(number) ? with(EXPIRED, path) : with(TOKENS.get(caller(number)), path);
        Map<String, String> report = reply.report();
        return reply.hasReport() ? name(report) + " " + report.get("roles") : "refused " + reply.status();
    }

    /** Some servers have a principal for nobody, see {@link CallerIT}. */
    private static String name(Map<String, String> report) {
        return report.get("caller").equals("anonymous") ? "nobody" : report.get("caller");
    }

    private static String expected(int number, String path) {
        boolean reads = asksForRead(path);
        if (path.equals("forbidden/error")) {
            return isBad(number) ? "refused 401" : "refused 403";
        }
        if (isAnonymous(number)) {
            return reads ? "refused 401" : "nobody ";
        }
        if (isBad(number)) {
            return "refused 401";
        }
        List<String> roles = List.of(ROLES.get(caller(number) % ROLES.size()));
        return reads && !roles.contains("read")
                ? "refused 403"
                : "caller_" + caller(number) + " "
                        + (path.equals("security-context")
                                ? String.join(",", roles)
                                : String.join(
                                                "",
                                                roles.stream()
                                                        .map(role -> role + ",")
                                                        .toList()) + "**");
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(
                List.of("open/x", "read/x", "async/thread", "dispatch/forward", "dispatch/error", "forbidden/error"));
        if (Form.CURRENT.hasRest()) {
            paths.add("rest/read");
        }
        if (Form.CURRENT.hasJakartaSecurity()) {
            paths.add("security-context");
        }
        return paths;
    }

    /** A filter asks again where a request is forwarded to; constraints do not. */
    private static boolean asksForRead(String path) {
        return List.of("read/x", "rest/read").contains(path)
                || Form.CURRENT == Form.FILTER && path.equals("dispatch/forward");
    }

    private static String path(List<String> paths, int number) {
        return paths.get(number % paths.size());
    }

    private static int caller(int number) {
        return number * 7 % Settings.NUMBERED_CALLERS;
    }

    private static boolean isAnonymous(int number) {
        return number % 10 == 3;
    }

    private static boolean isBad(int number) {
        return number % 10 == 8;
    }
}
