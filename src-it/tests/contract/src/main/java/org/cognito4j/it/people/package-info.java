/** What an application adds whose pages are for people and whose API is for machines. */
@NullMarked
package org.cognito4j.it.people;

import org.jspecify.annotations.NullMarked;
