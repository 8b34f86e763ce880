/**
 * The pools as the server keeps them: the registry, its state file, and the addresses and ids of pools.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.pool;

import org.jspecify.annotations.NullMarked;
