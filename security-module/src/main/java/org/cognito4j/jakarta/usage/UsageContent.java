package org.cognito4j.jakarta.usage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.StrictJson;
import org.cognito4j.net.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The content of a figures file. Immutable and thread-safe.
 *
 * @param application the context path of the application; {@code /} for the root
 * @param written when it was written
 * @param resourceServers the identifiers whose scopes the application asks for; empty if it names none
 * @param blind why the needs of no call are known; empty if those of some are
 * @param rows one for each client
 */
public record UsageContent(
        String application, Instant written, List<String> resourceServers, List<String> blind, List<UsageRow> rows) {

    /** The largest file that is read or written, in bytes. */
    static final int LARGEST = 4_000_000;

    private static final String FORM = "cognito4j usage 1";
    private static final int MOST_VALUES = 400_000;

    /** Takes copies. */
    public UsageContent {
        resourceServers = List.copyOf(resourceServers);
        blind = List.copyOf(blind);
        rows = List.copyOf(rows);
    }

    /** Returns the bytes of the file. */
    byte[] bytes() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("form", FORM);
        members.put("application", application);
        members.put("written", written.toString());
        members.put("resourceServers", resourceServers);
        members.put("blind", blind);
        members.put("clients", rows.stream().map(UsageRow::members).toList());
        return (JsonText.object(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is no figures file; the message is for a person
     */
    public static UsageContent read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        try {
            if (bytes.length <= LARGEST) {
                return of(StrictJson.object(bytes, MOST_VALUES));
            }
        } catch (StrictJson.Malformed | DateTimeException | ClassCastException | IllegalArgumentException e) {
            throw new IOException("it is no figures file of cognito4j", e);
        }
        throw new IOException("it has more than " + LARGEST + " bytes");
    }

    private static UsageContent of(Map<String, Object> members) {
        if (!FORM.equals(members.get("form"))) {
            throw new IllegalArgumentException();
        }
        List<UsageRow> rows = new ArrayList<>();
        list(members.get("clients")).forEach(client -> rows.add(row(map(client))));
        return new UsageContent(
                text(members.get("application")),
                Instant.parse(text(members.get("written"))),
                list(members.get("resourceServers")).stream()
                        .map(UsageContent::text)
                        .toList(),
                list(members.get("blind")).stream().map(UsageContent::text).toList(),
                rows);
    }

    private static UsageRow row(Map<String, Object> members) {
        long calls = count(members.get("calls"));
        return new UsageRow(
                text(members.get("id")),
                text(members.get("name")),
                text(members.get("pool")),
                Instant.parse(text(members.get("since"))),
                count(members.get("lastSeen")),
                calls,
                Math.min(calls, count(members.get("unknown"))),
                counts(members.get("refused")),
                counts(members.get("scopes")));
    }

    private static Map<String, Long> counts(@Nullable Object member) {
        Map<String, Long> counts = new LinkedHashMap<>();
        map(member).forEach((key, count) -> counts.put(key, count(count)));
        return counts;
    }

    private static long count(@Nullable Object member) {
        if (member instanceof Long count && count >= 0) {
            return count;
        }
        throw new IllegalArgumentException();
    }

    private static String text(@Nullable Object member) {
        if (member instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException();
    }

    private static List<?> list(@Nullable Object member) {
        if (member instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException();
    }

    @SuppressWarnings("unchecked") // the names of JSON members are texts
    private static Map<String, Object> map(@Nullable Object member) {
        if (member instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException();
    }

    /** Returns why a file cannot be used, for a log. */
    public static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass() == IOException.class && message != null
                ? VisibleText.of(message)
                : "it cannot be read or written (" + failure.getClass().getSimpleName() + ")";
    }
}
