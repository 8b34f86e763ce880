package org.cognito4j.jakarta.monitor;

/**
 * A CDI event: another policy is in force. Fired in a thread of the module, without a request, to synchronous observers, for which the
 * module waits ten seconds at most.
 *
 * @param version how often the policy has changed since the start: 2 after the first change
 * @param origin where the policy came from: a path, an address without its query, the class of a source, or {@code by hand}
 */
public record PolicyChanged(long version, String origin) {}
