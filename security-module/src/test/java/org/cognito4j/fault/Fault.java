package org.cognito4j.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** One way to answer an HTTP request, mostly a bad one. */
@FunctionalInterface
public interface Fault {

    /**
     * Answers. Returning closes the connection.
     *
     * @param connection the request has been read from it
     * @throws IOException if the client is gone
     * @throws InterruptedException if the server is closed
     */
    void play(Socket connection) throws IOException, InterruptedException;

    /**
     * A proper answer.
     *
     * @param body the body
     * @param headers further header lines
     * @return status 200
     */
    static Fault ok(byte[] body, String... headers) {
        return status(200, body, headers);
    }

    /**
     * A complete answer of any status.
     *
     * @param status the status code
     * @param body the body
     * @param headers further header lines
     * @return the answer
     */
    static Fault status(int status, byte[] body, String... headers) {
        return connection -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.writeBytes(head(status, body.length, headers));
            answer.writeBytes(body);
            connection.getOutputStream().write(answer.toByteArray());
        };
    }

    /**
     * A redirect.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param target where to
     * @return an answer without a body
     */
    static Fault redirect(int status, String target) {
        return status(status, new byte[0], "Location: " + target);
    }

    /**
     * Takes the request and says nothing.
     *
     * @return an answer that never comes
     */
    static Fault silence() {
        return connection -> awaitClientGone(connection);
    }

    /**
     * Says that a body follows, and leaves it at that.
     *
     * @param status the status code
     * @param headers further header lines
     * @return an answer whose body never comes
     */
    static Fault headersOnly(int status, String... headers) {
        return connection -> {
            connection.getOutputStream().write(head(status, 100, headers));
            awaitClientGone(connection);
        };
    }

    /**
     * A proper answer, one byte at a time.
     *
     * @param whole the answer to slow down
     * @param pause the time between two bytes
     * @return the same, dripping from the first header on
     */
    static Fault dripping(byte[] whole, Duration pause) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            for (byte next : whole) {
                out.write(next);
                Thread.sleep(pause.toMillis());
            }
        };
    }

    /**
     * A proper answer with a dripping body.
     *
     * @param body the body
     * @param pause the time between two bytes
     * @return status 200 at once, the rest slowly
     */
    static Fault drippingBody(byte[] body, Duration pause) {
        return connection -> {
            connection.getOutputStream().write(head(200, body.length));
            dripping(body, pause).play(connection);
        };
    }

    /**
     * A body without end.
     *
     * @return status 200 and spaces, until the client closes the connection
     */
    static Fault endless() {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = " ".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
            while (!connection.isClosed()) {
                out.write(chunk);
            }
        };
    }

    /**
     * Headers without end.
     *
     * @return status 200 and header lines, until the client closes the connection
     */
    static Fault endlessHeaders() {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; !connection.isClosed(); i++) {
                out.write(("X-" + i + ": " + "x".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    /**
     * A small answer that grows when it is unpacked.
     *
     * @param megabytes how large it becomes
     * @return status 200 with {@code Content-Encoding: gzip}, which nobody asked for
     * @throws IOException never
     */
    static Fault gzipBomb(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                gzip.write(megabyte);
            }
        }
        return ok(packed.toByteArray(), "Content-Encoding: gzip");
    }

    /**
     * Breaks the connection off with a reset.
     *
     * @return no answer
     */
    static Fault reset() {
        return connection -> connection.setSoLinger(true, 0);
    }

    /**
     * Breaks off in the midst of the body.
     *
     * @param body what would have come
     * @return status 200 and half of the body
     */
    static Fault cutOff(byte[] body) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(head(200, body.length));
            out.write(body, 0, body.length / 2);
        };
    }

    /**
     * Bytes as they are.
     *
     * @param bytes what to send in place of HTTP
     * @return the bytes and nothing else
     */
    static Fault raw(String bytes) {
        return connection -> connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * A schedule: each request gets the next answer, and the last one from then on.
     *
     * @param answers in their order
     * @return an answer that changes
     */
    static Fault inTurn(Fault... answers) {
        AtomicInteger next = new AtomicInteger();
        return connection -> answers[Math.min(next.getAndIncrement(), answers.length - 1)].play(connection);
    }

    private static byte[] head(int status, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        head.append("Content-Type: application/json\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void awaitClientGone(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Whatever else it sends is of no interest.
        }
    }
}
