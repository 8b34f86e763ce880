/**
 * Reads the classes of an application: class files without loading them, and annotations of loaded classes with
 * those of superclasses and interfaces.
 */
@NullMarked
package org.cognito4j.jakarta.application;

import org.jspecify.annotations.NullMarked;
