/** The part of the application that needs CDI and Jakarta Security. */
@NullMarked
package org.cognito4j.it.app.security;

import org.jspecify.annotations.NullMarked;
