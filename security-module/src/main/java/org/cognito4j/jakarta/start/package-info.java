/**
 * Starts the module with an application: the classes here are called by servlet containers, CDI containers and
 * Spring Boot.
 */
@NullMarked
package org.cognito4j.jakarta.start;

import org.jspecify.annotations.NullMarked;
