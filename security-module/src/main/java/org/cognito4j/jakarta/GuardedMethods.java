package org.cognito4j.jakarta;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP methods for which a filter asks for a token: all but a few. What an application makes of a method that nobody
 * has named is not known, so only names that mean something can be left out.
 */
final class GuardedMethods {

    static final GuardedMethods ALL = new GuardedMethods(Set.of());

    /**
     * The methods that an application tells apart (RFC 9110 section 9.3, RFC 5789). {@code CONNECT} opens a WebSocket over
     * HTTP/2 (RFC 8441), and {@code TRACE} shows the request, with whatever a proxy put into it.
     */
    private static final Set<String> USUAL = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Set<String> open;

    private GuardedMethods(Set<String> open) {
        this.open = open;
    }

    static GuardedMethods only(Collection<String> methods) {
        Set<String> open = new HashSet<>(USUAL);
        open.removeAll(withHead(methods));
        return new GuardedMethods(open);
    }

    static GuardedMethods allBut(Collection<String> methods) {
        return new GuardedMethods(withHead(methods));
    }

    /** Names are compared exactly: to HTTP {@code get} is another method than {@code GET} (RFC 9110 section 9.1). */
    boolean include(@Nullable String method) {
        return method == null || !open.contains(method);
    }

    /** A HEAD is answered by what answers a GET. */
    private static Set<String> withHead(Collection<String> methods) {
        Set<String> all = new HashSet<>(methods);
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return all;
    }
}
