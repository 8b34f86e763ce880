/** Payara Micro as a container of Arquillian. */
@NullMarked
package org.cognito4j.arquillian.payara;

import org.jspecify.annotations.NullMarked;
