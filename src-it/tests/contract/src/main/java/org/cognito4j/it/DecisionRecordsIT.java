package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.WRITER;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each decision has one record, whoever makes it: in the audit trail, and in the figures of JMX. */
@ExtendWith(ArquillianExtension.class)
class DecisionRecordsIT {

    private static final String BY_TOKEN =
            switch (Form.CURRENT) {
                case MECHANISM -> "mechanism";
                case BARE -> "bare-jar";
                case FILTER -> "filter";
            };

    private static final String ACCEPTED = "accepted by " + BY_TOKEN + " of reader";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("records", AuditTrail.settings(), Settings.NONE)
                .addPackage("org.cognito4j.it.figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "open/x", "forbidden/error", "forbidden/other-role", "authenticate/by-request"})
    void is_one_of_a_caller_who_lacks_nothing(String path) {
        assertThat(decisions(READER, path)).containsExactly(ACCEPTED);
    }

    @Test
    void is_one_of_a_caller_without_the_role_of_a_constraint_or_the_scope_of_a_filter() {
        String form = Form.CURRENT == Form.FILTER ? "filter" : "constraint";

        assertThat(decisions(READER, "write/x"))
                .containsExactly(ACCEPTED, "insufficient-scope by " + form + " of reader for write");
    }

    @Test
    @NeedsConstraints
    void is_one_of_a_caller_without_the_role_of_an_annotation_of_a_servlet() {
        assertThat(decisions(WRITER, "annotated"))
                .containsExactly(
                        "accepted by " + BY_TOKEN + " of writer",
                        "insufficient-scope by constraint of writer for read");
    }

    @Test
    void is_one_of_a_caller_whom_the_application_refuses_for_a_role() {
        assertThat(decisions(READER, "forbidden/role"))
                .containsExactly(ACCEPTED, "insufficient-scope by application of reader for write");
    }

    @ParameterizedTest
    @NeedsRest
    @NeedsJakartaSecurity
    @CsvSource({"rest/class, resource", "rest/scoped, bean", "rest/inherited/write, resource", "scoped/write, bean"})
    void is_one_of_a_caller_without_the_role_or_scope_of_an_annotation(String path, String form) {
        assertThat(decisions(READER, path))
                .containsExactly(ACCEPTED, "insufficient-scope by " + form + " of reader for write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "open/x", "write/x"})
    void is_one_of_a_token_that_is_refused(String path) {
        assertThat(decisions(EXPIRED, path)).containsExactly("token-expired by " + BY_TOKEN + " of reader");
        assertThat(decisions("garbage", path)).containsExactly("token-malformed by " + BY_TOKEN + " of unverified");
        assertThat(decisions("a b", path)).containsExactly("malformed-authorization by " + BY_TOKEN + " of unverified");
    }

    /** They are a figure alone. */
    @ParameterizedTest
    @ValueSource(strings = {"read/x", "write/x", "authenticate/by-request"})
    void is_none_of_a_request_without_a_token(String path) {
        assertThat(new AuditTrail(base).anonymousIn(() -> Client.send(base, "GET", path, null)))
                .isOne();
        assertThat(decisions(null, path)).isEmpty();
    }

    @Test
    void is_none_of_a_request_that_needs_no_token() {
        AuditTrail trail = new AuditTrail(base);

        assertThat(trail.anonymousIn(() -> Client.send(base, "GET", "open/x", null)))
                .isZero();
        assertThat(decisions(null, "open/x")).isEmpty();
    }

    private List<String> decisions(@Nullable String token, String path) {
        return new AuditTrail(base).decisionsOf(() -> Client.send(base, "GET", path, token));
    }
}
