package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class RememberedValidationTest {

    private static final CredentialValidationResult READER = new CredentialValidationResult("reader", Set.of("read"));

    private final FakeServlets container = new FakeServlets();
    private final Object mechanism = new Object();

    @Test
    void is_known_again_with_the_same_token() {
        container.authorization = List.of("Bearer a.b.c");
        RememberedValidation.remember(READER, "a.b.c", container.request(), mechanism);

        assertThat(RememberedValidation.in(container.request(), mechanism)).hasValue(READER);
    }

    @Test
    void is_nobody_before_its_token_was_seen() {
        container.authorization = List.of("Bearer a.b.c");

        assertThat(RememberedValidation.in(container.request(), mechanism)).isEmpty();
    }

    @Test
    void is_nobody_with_another_token_or_none() {
        container.authorization = List.of("Bearer a.b.c");
        RememberedValidation.remember(READER, "a.b.c", container.request(), mechanism);

        for (List<String> other :
                List.of(List.of("Bearer a.b.d"), List.of("Bearer a.b.c", "Bearer a.b.c"), List.<String>of())) {
            container.authorization = other;
            assertThat(RememberedValidation.in(container.request(), mechanism)).isEmpty();
        }
    }

    @Test
    void is_nobody_to_another_mechanism() {
        container.authorization = List.of("Bearer a.b.c");
        RememberedValidation.remember(READER, "a.b.c", container.request(), mechanism);

        assertThat(RememberedValidation.in(container.request(), new Object())).isEmpty();
    }
}
