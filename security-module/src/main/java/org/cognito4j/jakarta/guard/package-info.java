/**
 * The first filters of an application, behind the container's authentication: they stop refused requests that a
 * server lets go on, and give a 403 its challenge.
 */
@NullMarked
package org.cognito4j.jakarta.guard;

import org.jspecify.annotations.NullMarked;
