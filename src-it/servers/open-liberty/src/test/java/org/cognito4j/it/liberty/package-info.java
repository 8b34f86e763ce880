/** What Arquillian's adapter for Open Liberty lacks. */
@NullMarked
package org.cognito4j.it.liberty;

import org.jspecify.annotations.NullMarked;
