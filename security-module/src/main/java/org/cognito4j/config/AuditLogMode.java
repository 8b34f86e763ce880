package org.cognito4j.config;

/** Which decisions the audit log has. */
public enum AuditLogMode {

    /** None. */
    OFF,

    /** Refusals alone. */
    REFUSALS,

    /** Refusals and accepted callers. */
    ALL
}
