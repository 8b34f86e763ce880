package org.cognito4j.benchmarks.http;

/**
 * What the load generator is asked for, as a line of text.
 *
 * @param port of the server
 * @param distinct whether each request has another token
 * @param perSecond how many requests are due in a second, whatever the server does; 0 for as many as it takes
 * @param millis for how long
 */
record Load(int port, boolean distinct, int perSecond, int millis) {

    static Load parse(String line) {
        String[] words = line.split(" ");
        return new Load(
                Integer.parseInt(words[0]),
                Boolean.parseBoolean(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]));
    }

    String line() {
        return port + " " + distinct + " " + perSecond + " " + millis;
    }

    /**
     * What came of it.
     *
     * @param perSecond answers in a second
     * @param failures answers other than 200
     * @param p50 median latency in microseconds, from when a request was due
     * @param p99 of a hundred requests, the slowest took longer
     * @param p999 of a thousand requests, the slowest took longer
     * @param requests how many answers there were
     */
    record Outcome(double perSecond, long failures, double p50, double p99, double p999, long requests) {

        static Outcome parse(String line) {
            String[] words = line.split(" ");
            return new Outcome(
                    Double.parseDouble(words[0]),
                    Long.parseLong(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]),
                    Long.parseLong(words[5]));
        }

        String line() {
            return perSecond + " " + failures + " " + p50 + " " + p99 + " " + p999 + " " + requests;
        }
    }
}
