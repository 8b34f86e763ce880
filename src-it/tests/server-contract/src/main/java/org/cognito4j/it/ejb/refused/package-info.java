/** Enterprise beans that refuse their callers. */
@NullMarked
package org.cognito4j.it.ejb.refused;

import org.jspecify.annotations.NullMarked;
