/** Added to the application where its caller is injected into enterprise beans and JAX-RS resources. */
@NullMarked
package org.cognito4j.it.ejb.injected;

import org.jspecify.annotations.NullMarked;
