/**
 * How both halves of this module, the one that verifies tokens and the one that obtains them, talk to Amazon: bounded,
 * to agreed addresses only, on a thread of their own. Public because packages share it; it is no interface for
 * applications and may change with every release.
 */
@NullMarked
package org.cognito4j.net;

import org.jspecify.annotations.NullMarked;
