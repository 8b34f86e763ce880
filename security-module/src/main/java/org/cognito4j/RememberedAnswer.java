package org.cognito4j;

import java.util.Optional;

/**
 * What checks have said of a token, for some time.
 *
 * @param by who has asked them
 * @param denial empty if they allow it
 * @param until the end by the clock of who has asked
 */
record RememberedAnswer(Object by, Optional<Denial> denial, long until) {}
