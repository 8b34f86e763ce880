package org.cognito4j.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A kept-alive connection that knows as much of HTTP as the answers here have, to cost little beside the server. */
final class Connection implements AutoCloseable {

    private static final String START = "GET /resource HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ";

    private final Socket socket;
    private final OutputStream output;
    private final InputStream input;
    private final byte[] answer = new byte[8_192];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        output = socket.getOutputStream();
        input = socket.getInputStream();
    }

    /** The status of the answer to a request with a token. */
    int get(String token) throws IOException {
        output.write((START + token + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        int read = 0;
        int body = -1;
        while (body < 0 || read < body) {
            int count = input.read(answer, read, answer.length - read);
            if (count < 0) {
                throw new EOFException("the server closed the connection");
            }
            read += count;
            body = body < 0 ? end(read) : body;
        }
        return (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
    }

    /** Where the answer ends; -1 while its headers are not complete. */
    private int end(int read) throws IOException {
        for (int i = 3; i < read; i++) {
            if (answer[i] == '\n' && answer[i - 2] == '\n') {
                String headers =
                        new String(answer, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
                int at = headers.indexOf("content-length:");
                if (at < 0) {
                    throw new IOException("an answer without a length");
                }
                return i
                        + 1
                        + Integer.parseInt(headers.substring(at + 15, headers.indexOf('\r', at))
                                .strip());
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
