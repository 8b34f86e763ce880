/** Added to the application where its enterprise bean is to declare its roles. */
@NullMarked
package org.cognito4j.it.ejb.declaring;

import org.jspecify.annotations.NullMarked;
