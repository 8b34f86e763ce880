package org.cognito4j.config;

/** Which decisions the audit log has. */
public enum AuditLogMode {

    /** None. */
    OFF,

    /** Those that refuse a request. */
    REFUSALS,

    /** Those that accept a caller, too. */
    ALL
}
