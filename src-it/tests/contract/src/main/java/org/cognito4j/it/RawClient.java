package org.cognito4j.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends what no HTTP client would: every octet as it is told. */
final class RawClient {

    private static final int NO_ANSWER_MILLIS = 20_000;

    /** Of a server that waits for the rest of a request. Answers that are to be looked at come long before. */
    private static final int SILENCE_MILLIS = 2_000;

    private RawClient() {}

    /** Sends a GET request for a target that is not touched. */
    static Reply get(URL base, String target, String... headerLines) {
        return send(base, "GET " + target + " HTTP/1.1", List.of(headerLines), "");
    }

    /** Sends a request line, header lines and a body that fits them. */
    static Reply send(URL base, String requestLine, List<String> headerLines, String body) {
        StringBuilder request = new StringBuilder(requestLine).append("\r\n");
        request.append("Host: ").append(base.getAuthority()).append("\r\n");
        headerLines.forEach(line -> request.append(line).append("\r\n"));
        request.append("Connection: close\r\n\r\n").append(body);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(NO_ANSWER_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            return reply(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + requestLine, e);
        }
    }

    /** Sends octets and returns those that come back until the server has no more to say, even if they are no answer. */
    static String exchange(URL base, String octets) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(answer);
        } catch (IOException e) {
            // The server closed the connection, or waits for what will not come: what it said before is all.
        }
        return answer.toString(ISO_8859_1);
    }

    private static Reply reply(String answer) {
        String[] headAndBody = answer.split("\r\n\r\n", 2);
        String[] head = headAndBody[0].split("\r\n");
        Map<String, List<String>> headers = Arrays.stream(head)
                .skip(1)
                .map(line -> line.split(": *", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return new Reply(
                Integer.parseInt(head[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                headAndBody[1]);
    }
}
