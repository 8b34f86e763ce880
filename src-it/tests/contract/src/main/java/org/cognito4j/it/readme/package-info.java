/** What the README shows, as its readers would copy it: a test compares the texts. */
@NullMarked
package org.cognito4j.it.readme;

import org.jspecify.annotations.NullMarked;
