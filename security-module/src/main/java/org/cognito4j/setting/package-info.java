/**
 * Declarations of settings: each setting is declared once, with its key, type, default, range and meaning. The core, the
 * client side and the configuration declare their settings with these types; readers, checks and documents follow.
 */
@NullMarked
package org.cognito4j.setting;

import org.jspecify.annotations.NullMarked;
