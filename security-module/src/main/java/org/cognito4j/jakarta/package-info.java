/**
 * The adapters for Jakarta EE. They carry the decisions of the core to the container and hold no verification rule of
 * their own.
 */
@NullMarked
package org.cognito4j.jakarta;

import org.jspecify.annotations.NullMarked;
