package org.cognito4j.it.misplaced;

import jakarta.annotation.security.DenyAll;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** A listener that its author believes closed. */
@DenyAll
@WebListener
public class DeniedListener implements ServletContextListener {}
