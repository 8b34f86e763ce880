package org.cognito4j.it.readme.filter;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Protects the orders. */
@WebFilter(
        urlPatterns = "/orders/*",
        asyncSupported = true,
        initParams = @WebInitParam(name = "required-scopes", value = "orders.read"))
public class OrdersFilter extends CognitoFilter {}
