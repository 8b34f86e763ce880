package org.cognito4j.it.app;

import jakarta.security.enterprise.credential.Credential;

/**
 * A bearer token that says itself what it is worth: {@code <caller>:<role>,<role>}.
 *
 * @param token the text after the scheme
 */
record ToyCredential(String token) implements Credential {}
