package org.cognito4j.config;

/** What becomes of the roles that the audit at the start finds out of place. */
public enum AuditMode {

    /** There is no audit. */
    OFF,

    /** Each finding is a warning in the log. The default. */
    WARN,

    /** Findings end the deployment, all of them at once. */
    STRICT
}
