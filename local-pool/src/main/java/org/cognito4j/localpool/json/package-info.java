/**
 * The JSON mapper of the local pool.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.json;

import org.jspecify.annotations.NullMarked;
