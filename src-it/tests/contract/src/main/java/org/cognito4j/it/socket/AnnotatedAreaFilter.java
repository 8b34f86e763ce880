package org.cognito4j.it.socket;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Asks for the scope {@code read}. */
@WebFilter(
        urlPatterns = "/annotated/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "required-scopes", value = "read"))
public class AnnotatedAreaFilter extends CognitoFilter {}
