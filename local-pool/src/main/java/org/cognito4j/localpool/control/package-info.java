/**
 * The API of {@code cognito-idp} without HTTP: its operations, their rules and their errors.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.control;

import org.jspecify.annotations.NullMarked;
