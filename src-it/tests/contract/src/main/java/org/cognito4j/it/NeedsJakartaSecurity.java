package org.cognito4j.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks what is about CDI beans or Jakarta Security. Where a form has neither, its run excludes the tag {@code
 * jakarta-security}, so that what does not apply is not run rather than skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("jakarta-security")
@interface NeedsJakartaSecurity {}
