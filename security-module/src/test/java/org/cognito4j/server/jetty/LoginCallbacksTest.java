package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.junit.jupiter.api.Test;

class LoginCallbacksTest {

    private final Subject subject = new Subject();
    private final LoginCallbacks login = new LoginCallbacks(null);

    @Test
    void know_nobody_at_first() {
        assertThat(login.outcome()).isInstanceOf(Anonymous.class);
    }

    @Test
    void take_groups_for_roles() throws Exception {
        Principal anna = () -> "anna";

        login.handle(new Callback[] {
            new CallerPrincipalCallback(subject, anna),
            new GroupPrincipalCallback(subject, new String[] {"read", "write", "read"})
        });

        assertThat(login.outcome()).isEqualTo(new Caller(anna, Set.of("read", "write")));
    }

    @Test
    void take_no_groups_for_no_roles() throws Exception {
        login.handle(
                new Callback[] {new CallerPrincipalCallback(subject, "anna"), new GroupPrincipalCallback(subject, null)
                });

        assertThat(login.outcome()).isInstanceOfSatisfying(Caller.class, caller -> {
            assertThat(caller.principal().getName()).isEqualTo("anna");
            assertThat(caller.roles()).isEmpty();
        });
    }

    @Test
    void forget_a_caller_that_is_taken_back() throws Exception {
        login.handle(new Callback[] {
            new CallerPrincipalCallback(subject, "anna"), new GroupPrincipalCallback(subject, new String[] {"read"})
        });
        login.handle(new Callback[] {new CallerPrincipalCallback(subject, (String) null)});

        assertThat(login.outcome()).isInstanceOf(Anonymous.class);
    }

    @Test
    void refuse_to_answer_for_the_caller() {
        assertThatThrownBy(() -> login.handle(new Callback[] {new NameCallback("name?")}))
                .isInstanceOf(UnsupportedCallbackException.class);
    }
}
