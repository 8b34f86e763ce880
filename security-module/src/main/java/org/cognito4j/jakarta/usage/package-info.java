/** The scopes that each app client's calls needed, in memory and in a file. */
@NullMarked
package org.cognito4j.jakarta.usage;

import org.jspecify.annotations.NullMarked;
