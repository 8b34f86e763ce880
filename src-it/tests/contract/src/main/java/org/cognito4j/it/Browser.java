package org.cognito4j.it;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's client: keeps the session's cookie. */
final class Browser {

    private final URL base;
    private @Nullable String cookie;

    Browser(URL base) {
        this.base = base;
    }

    /** The session's cookie, empty as long as there is none. */
    String session() {
        return cookie == null ? "" : cookie;
    }

    Reply get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Reply send(String method, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (cookie != null) {
            all.addAll(List.of("Cookie", cookie));
        }
        return keep(Client.sendWithHeaders(base, method, path, all.toArray(String[]::new)));
    }

    Reply post(String path, String form) {
        return keep(
                cookie == null
                        ? Client.postForm(base, path, form)
                        : Client.postForm(base, path, form, "Cookie", cookie));
    }

    private Reply keep(Reply reply) {
        reply.headers().allValues("Set-Cookie").forEach(set -> cookie = set.split(";", 2)[0]);
        return reply;
    }
}
