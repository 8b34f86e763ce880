/** What a server of Java EE 8 brought, for applications that still name it. */
@NullMarked
package javax.annotation.security;

import org.jspecify.annotations.NullMarked;
