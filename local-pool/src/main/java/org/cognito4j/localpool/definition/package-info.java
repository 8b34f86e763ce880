/**
 * The reader of definition files and the rules of Cognito for their values; both list every fault with its place.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.definition;

import org.jspecify.annotations.NullMarked;
