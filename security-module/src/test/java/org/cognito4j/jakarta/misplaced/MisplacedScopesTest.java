package org.cognito4j.jakarta.misplaced;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.cognito4j.InvalidSettings;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class MisplacedScopesTest {

    private final FakeServlets servlets = new FakeServlets();

    @RequiresScope("read")
    static class Whole extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    static class Heir extends Whole {
        private static final long serialVersionUID = 1;
    }

    static class Partly extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        @RequiresScope("read")
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    static class PartlyHeir extends Partly {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
    }

    @RequiresClaim(name = "tier")
    static class Claimed extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    static class Open extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @Test
    void ends_the_deployment_of_servlets_with_requirements_that_nobody_would_enforce() {
        servlets.servlets = List.of(Open.class, Partly.class, Whole.class, Heir.class, PartlyHeir.class, Claimed.class);

        assertThatThrownBy(() -> MisplacedScopes.refuseOn(reader().servletClasses()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(String.join(
                        ", ",
                        Claimed.class.getName(),
                        Heir.class.getName(),
                        Partly.class.getName(),
                        PartlyHeir.class.getName(),
                        Whole.class.getName()))
                .hasMessageNotContaining(Open.class.getName());
    }

    @Test
    void lets_other_servlets_be() {
        servlets.servlets = List.of(Open.class);

        assertThatCode(() -> MisplacedScopes.refuseOn(reader().servletClasses()))
                .doesNotThrowAnyException();
    }

    private ConstraintReader reader() {
        ConstraintReader reader = new ConstraintReader(servlets.context());
        reader.noteServlets();
        return reader;
    }
}
