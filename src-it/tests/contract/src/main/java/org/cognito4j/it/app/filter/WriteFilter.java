package org.cognito4j.it.app.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Asks for the scope {@code write} for everything but GET. */
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
            @WebInitParam(name = "required-scopes", value = "write"),
            @WebInitParam(name = "except-methods", value = "GET")
        })
public class WriteFilter extends CognitoFilter {}
