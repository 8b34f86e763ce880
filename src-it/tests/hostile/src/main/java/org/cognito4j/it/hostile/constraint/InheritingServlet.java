package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.WebServlet;

/** Has its constraint from its superclass, as the annotation is inherited. */
@WebServlet("/orders/*")
public class InheritingServlet extends Base {

    private static final long serialVersionUID = 1L;
}
