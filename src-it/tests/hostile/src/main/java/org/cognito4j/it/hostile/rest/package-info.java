/** The hostile applications: rest. */
@NullMarked
package org.cognito4j.it.hostile.rest;

import org.jspecify.annotations.NullMarked;
