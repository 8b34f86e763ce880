/**
 * The drop-in jar as a program, for operators: explains what becomes of a token and checks a configuration. The only
 * package that needs picocli, which is inside the drop-in jar and no dependency of the other one.
 */
@NullMarked
package org.cognito4j.cli;

import org.jspecify.annotations.NullMarked;
