package org.cognito4j.jakarta.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of an address as decoded segments. Immutable.
 *
 * @param segments none for the root
 */
record ResourcePath(List<String> segments) {

    static final int NONE = -1;

    ResourcePath {
        segments = List.copyOf(segments);
    }

    /** Returns the path of an address as containers hand it out: decoded, and without the parameters of its segments. */
    static ResourcePath of(URI address) {
        String plain = address.getRawPath().replaceAll(";[^/]*", "");
        return of(URI.create(plain.isEmpty() ? "/" : plain).getPath());
    }

    /** Returns a decoded path. */
    static ResourcePath of(String decoded) {
        List<String> segments = new ArrayList<>();
        for (String segment : decoded.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return new ResourcePath(segments);
    }

    boolean holds(ResourcePath other) {
        return other.segments.size() >= segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    int length() {
        return segments.size();
    }

    ResourcePath without(int first) {
        return new ResourcePath(segments.subList(first, segments.size()));
    }

    /** Returns of how many segments the common beginning of some paths is. */
    static int common(List<ResourcePath> paths) {
        ResourcePath first = paths.get(0);
        int length = first.length();
        for (ResourcePath path : paths) {
            while (!first.start(length).holds(path)) {
                length--;
            }
        }
        return length;
    }

    private ResourcePath start(int length) {
        return new ResourcePath(segments.subList(0, length));
    }

    /** Returns the path with a leading slash; empty for the root. */
    String text() {
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }
}
