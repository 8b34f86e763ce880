/**
 * The caller's side: obtains access tokens for an app client, keeps them, renews them ahead of their time and puts them
 * on requests. Needs the JDK alone; what adapts it to Jakarta REST, MicroProfile or JCache is used where those are.
 */
@NullMarked
package org.cognito4j.client;

import org.jspecify.annotations.NullMarked;
