package org.cognito4j.jakarta.monitor;

/**
 * A CDI event: a policy is faulty, half written, gone or does not answer, and the last good one stays in force. Fired once for each
 * problem, in a thread of the module, without a request, to synchronous observers, for which the module waits ten seconds at most.
 *
 * @param origin where the policy should come from: a path, an address without its query, or the class of a source
 * @param problem why it does not, for operators
 */
public record PolicyFailing(String origin, String problem) {}
