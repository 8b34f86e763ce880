package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that are no beans have nobody else to ask for what the annotations of annotations say. */
class RequiresScopeFilterTest {

    /** An application's own word for a scope. */
    @InterceptorBinding
    @RequiresScope("read")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Reading {}

    static class OnMethod {

        @Reading
        public void get() {}
    }

    @Reading
    static class OnClass {

        public void get() {}
    }

    static class Nowhere {

        public void get() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {OnMethod.class, OnClass.class})
    void stands_in_front_of_what_an_annotation_asks_a_scope_for(Class<?> resource) throws Exception {
        assertThat(RequiresScopeFilter.of(elements(resource), null)).isPresent();
    }

    @Test
    void stands_nowhere_else() throws Exception {
        assertThat(RequiresScopeFilter.of(elements(Nowhere.class), null)).isEmpty();
    }

    private static AnnotationLookup elements(Class<?> resource) throws NoSuchMethodException {
        return new AnnotationLookup(resource.getMethod("get"), resource);
    }
}
