/**
 * Shows operators the decisions and the state of the keys: CDI events, counters over JMX, meters of Micrometer and
 * OpenTelemetry, attributes of the current span, and events of the JDK Flight Recorder. {@code Monitoring} is the door for a service.
 */
@NullMarked
package org.cognito4j.jakarta.monitor;

import org.jspecify.annotations.NullMarked;
