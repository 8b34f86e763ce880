package org.cognito4j.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks what dispatches from another thread while the servlet is still about to return. Where a server now and then
 * carries such a dispatch out twice or never, its run excludes the tag {@code orderly-dispatch}: that is no limit that can be
 * counted on.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("orderly-dispatch")
@interface NeedsOrderlyDispatch {}
