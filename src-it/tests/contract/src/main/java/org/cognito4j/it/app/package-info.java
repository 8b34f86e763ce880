/** The application that is deployed in every form: every kind of protection, and servlets that tell who the server thinks the caller is. */
@NullMarked
package org.cognito4j.it.app;

import org.jspecify.annotations.NullMarked;
