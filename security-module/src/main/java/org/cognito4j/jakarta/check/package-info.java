/**
 * Finds the checks that an application has for tokens: services of its class path, and CDI beans where there is CDI.
 */
@NullMarked
package org.cognito4j.jakarta.check;

import org.jspecify.annotations.NullMarked;
