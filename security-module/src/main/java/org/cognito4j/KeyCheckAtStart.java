package org.cognito4j;

/** Whether keys are fetched before a {@link TokenVerifier} is handed out, and what follows if they cannot be had. */
public enum KeyCheckAtStart {

    /** Nothing is fetched; the first token does that. The default. */
    OFF,

    /** They are fetched; a failure is logged as a warning and the start goes on. */
    WARN,

    /** They are fetched; a failure ends the start. Pinned keys do not make up for it. */
    REQUIRE
}
