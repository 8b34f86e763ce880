package org.cognito4j.jakarta.misplaced;

import jakarta.servlet.ServletContext;

/** The beans of an application, as far as the audit of its annotations needs them. A bean itself. */
public interface AuditedBeans {

    /** Returns whether the module protects something of the application, be it by its filters alone. */
    boolean isConcerned(ServletContext application);

    /**
     * Ends the deployment if annotations of the application protect nothing.
     *
     * @throws org.cognito4j.InvalidSettings with all of them
     */
    void auditAnnotations(ServletContext application);
}
