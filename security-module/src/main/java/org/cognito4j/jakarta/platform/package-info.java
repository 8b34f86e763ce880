/**
 * Finds out where the module runs: the server, its edition of Jakarta EE, optional classes, and the places of
 * settings.
 */
@NullMarked
package org.cognito4j.jakarta.platform;

import org.jspecify.annotations.NullMarked;
