package org.cognito4j.jakarta.rest;

import java.lang.reflect.Method;

/**
 * A method that a JAX-RS implementation chose for a request.
 *
 * @param resource the class of the object that it is called on
 */
record MatchedMethod(Method method, Class<?> resource) {}
