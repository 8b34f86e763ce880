package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.RecordedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server's own check of an enterprise bean throws has a record. */
class AccessRefusedFilterTest {

    private final RecordedService recorded = new RecordedService(Map.of());

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void has_a_record_of_a_caller_whom_an_enterprise_bean_refuses() {
        recorded.servlets.principal = () -> "a person";

        assertThatThrownBy(() -> filter(new ServletException(new EJBAccessException("no"))))
                .isInstanceOf(ServletException.class);

        assertThat(recorded.refusals()).containsExactly("insufficient-scope by bean");
    }

    @Test
    void counts_a_request_without_a_caller_that_an_enterprise_bean_refuses() {
        assertThatThrownBy(() -> filter(new EJBAccessException("no"))).isInstanceOf(EJBAccessException.class);

        assertThat(recorded.figures()).containsExactly(Map.entry("no-token", 1L));
        assertThat(recorded.refusals()).isEmpty();
    }

    @Test
    void has_no_record_of_another_failure() {
        RuntimeException circle = new IllegalStateException();
        circle.initCause(new IllegalArgumentException(circle));

        assertThatThrownBy(() -> filter(new EJBException("no"))).isInstanceOf(EJBException.class);
        assertThatThrownBy(() -> filter(circle)).isSameAs(circle);

        assertThat(recorded.figures()).isEmpty();
    }

    @Test
    void has_one_record_where_a_check_of_the_module_has_refused_the_caller_before() {
        recorded.service().refusals().noteOther(recorded.servlets.request(), DecisionForm.BEAN, List.of("writer"));
        recorded.servlets.principal = () -> "a person";

        assertThatThrownBy(() -> filter(new EJBAccessException("no"))).isInstanceOf(EJBAccessException.class);

        assertThat(recorded.refusals()).containsExactly("insufficient-scope by bean");
    }

    private void filter(Exception thrown) throws Exception {
        new AccessRefusedFilter()
                .doFilter(recorded.servlets.request(), recorded.servlets.response(), (request, response) -> {
                    if (thrown instanceof RuntimeException unchecked) {
                        throw unchecked;
                    }
                    throw (ServletException) thrown;
                });
    }
}
