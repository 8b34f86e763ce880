package org.cognito4j.it.hostile.filter;

import jakarta.servlet.http.HttpFilter;

/** Lets all requests pass. It could answer by itself. */
public class PassingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
}
