package org.cognito4j.it.app.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Asks for the scope {@code read} for GET. */
@WebFilter(
        urlPatterns = "/annotated",
        asyncSupported = true,
        dispatcherTypes = {
            DispatcherType.REQUEST,
            DispatcherType.FORWARD,
            DispatcherType.INCLUDE,
            DispatcherType.ERROR,
            DispatcherType.ASYNC
        },
        initParams = {
            @WebInitParam(name = "required-scopes", value = "read"),
            @WebInitParam(name = "methods", value = "GET")
        })
public class ReadFilter extends CognitoFilter {}
