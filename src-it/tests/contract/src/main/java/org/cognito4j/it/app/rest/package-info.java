/** The part of the application that is made of JAX-RS resources, protected by annotations. */
@NullMarked
package org.cognito4j.it.app.rest;

import org.jspecify.annotations.NullMarked;
