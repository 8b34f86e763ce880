package org.cognito4j.it.hostile.rest;

import org.cognito4j.it.hostile.OrdersServlet;

/** Stands for a JAX-RS implementation that looks for no features. */
public class UncheckedImplementation extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
