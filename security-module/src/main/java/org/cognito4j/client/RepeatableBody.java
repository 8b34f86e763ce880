package org.cognito4j.client;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Optional;
import java.util.Set;

/** Which request bodies can be sent again. A stream or a publisher that is used up would be sent as no bytes at all. */
final class RepeatableBody {

    /** The JDK's publishers of a text, of an array, of a file and of nothing. They are told by their names, for they are not public. */
    private static final Set<String> KINDS = Set.of(
            "jdk.internal.net.http.RequestPublishers$ByteArrayPublisher",
            "jdk.internal.net.http.RequestPublishers$EmptyPublisher",
            "jdk.internal.net.http.RequestPublishers$FilePublisher",
            "jdk.internal.net.http.RequestPublishers$StringPublisher");

    private RepeatableBody() {}

    /** Returns whether a request has no body, or one that is the same each time it is sent. */
    static boolean isIn(HttpRequest request) {
        Optional<BodyPublisher> body = request.bodyPublisher();
        return body.isEmpty()
                || body.get().contentLength() == 0
                || KINDS.contains(body.get().getClass().getName());
    }
}
