package org.cognito4j.it.front;

import jakarta.servlet.annotation.WebFilter;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** The filter of the README as a subclass. */
@WebFilter(urlPatterns = "/front/*", asyncSupported = true)
public class AnnotatedFilter extends CognitoFilter {}
