/**
 * Decisions about token requests by the rules of RFC 6749 and of Cognito.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.grant;

import org.jspecify.annotations.NullMarked;
