/** Added to an application with an authentication mechanism of its own that wants the module's, too. */
@NullMarked
package org.cognito4j.it.beside;

import org.jspecify.annotations.NullMarked;
