/** What WildFly needs so that an application works on it as deployed. Never loaded on other servers. */
@NullMarked
package org.cognito4j.server.wildfly;

import org.jspecify.annotations.NullMarked;
