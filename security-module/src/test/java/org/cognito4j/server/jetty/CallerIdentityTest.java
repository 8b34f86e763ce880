package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.Set;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.Test;

class CallerIdentityTest {

    private static final Principal ANNA = () -> "anna";

    private static CallerIdentity identity(ContainerOutcome.Caller caller) {
        return new CallerIdentity(caller, Requests.withAuthorization());
    }

    @Test
    void has_its_roles_and_no_others() {
        CallerIdentity identity = identity(new ContainerOutcome.Caller(ANNA, Set.of("read")));

        assertThat(identity.isUserInRole("read")).isTrue();
        assertThat(identity.isUserInRole("READ")).isFalse();
        assertThat(identity.isUserInRole("write")).isFalse();
    }

    @Test
    void is_any_caller_even_without_roles() {
        assertThat(identity(new ContainerOutcome.Caller(ANNA, Set.of())).isUserInRole("**"))
                .isTrue();
    }

    @Test
    void is_never_in_the_role_that_stands_for_all_roles() {
        assertThat(identity(new ContainerOutcome.Caller(ANNA, Set.of("*"))).isUserInRole("*"))
                .isFalse();
    }

    @Test
    void keeps_the_principal_it_was_given() {
        CallerIdentity identity = identity(new ContainerOutcome.Caller(ANNA, Set.of()));

        assertThat(identity.getUserPrincipal()).isSameAs(ANNA);
        assertThat(identity.getSubject().getPrincipals()).containsExactly(ANNA);
        assertThat(identity.getSubject().isReadOnly()).isTrue();
    }
}
