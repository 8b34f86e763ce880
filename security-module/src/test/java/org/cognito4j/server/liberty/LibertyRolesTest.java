package org.cognito4j.server.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class LibertyRolesTest {

    private final FakeServlets servlets = new FakeServlets();

    @Test
    void include_that_of_all_callers() {
        assertThat(isCallerInRole("**")).as("without a caller").isFalse();

        servlets.principal = () -> "caller";
        assertThat(isCallerInRole("**")).isTrue();
    }

    @Test
    void do_not_include_a_declared_one_of_the_same_name() {
        servlets.principal = () -> "caller";
        new WebConstraints(List.of(), false, Set.of("**")).publishIn(servlets.context());

        assertThat(isCallerInRole("**")).isFalse();
    }

    private boolean isCallerInRole(String role) {
        return LibertyRoles.isCallerInRole(role, servlets.request());
    }
}
