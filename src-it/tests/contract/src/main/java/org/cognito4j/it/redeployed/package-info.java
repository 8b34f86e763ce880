/** What only the application has that is deployed again and again, so that its class loaders can be counted. */
@NullMarked
package org.cognito4j.it.redeployed;

import org.jspecify.annotations.NullMarked;
