/** What a server of MicroProfile has itself. */
@NullMarked
package org.eclipse.microprofile.auth;

import org.jspecify.annotations.NullMarked;
