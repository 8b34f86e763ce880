package org.cognito4j.it.hostile.filter;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** The README's subclass. */
@WebFilter(
        urlPatterns = "/orders/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "required-scopes", value = "read"))
public class AnnotatedFilter extends CognitoFilter {}
