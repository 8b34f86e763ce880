/**
 * The making of tokens: keys, claims, signatures, and the changes of a pre token generation trigger. Private keys stay here.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.token;

import org.jspecify.annotations.NullMarked;
