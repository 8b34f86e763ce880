package org.cognito4j;

import java.util.Optional;

/**
 * The answer of checks about a token, valid for some time.
 *
 * @param by who has asked them
 * @param denial empty if they allow it
 * @param until the end by the clock of who has asked
 */
record RememberedAnswer(Object by, Optional<Denial> denial, long until) {}
