/** The part of the application that is made of CDI beans, protected by annotations. */
@NullMarked
package org.cognito4j.it.app.beans;

import org.jspecify.annotations.NullMarked;
