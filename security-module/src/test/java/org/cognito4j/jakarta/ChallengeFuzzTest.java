package org.cognito4j.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.InvalidSettings;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.Noted;
import org.cognito4j.jakarta.fake.Requests;

/** Whatever is sent and configured: a challenge reads as it was meant, and holds nothing of a caller's. */
class ChallengeFuzzTest {

    /** One parameter with what follows it, its value a quoted string of what needs no escape. */
    private static final Pattern PARAMETER =
            Pattern.compile("([a-z_]+)=\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*)\"(, (?=[a-z])|$)");

    private final BearerChallenge challenge = new BearerChallenge("orders");

    /** The input is the Authorization headers of a request, a line each. */
    @FuzzTest
    void answers_any_header_with_a_text_of_our_own(byte[] input) {
        String[] headers = new String(input, ISO_8859_1).split("\n", -1);
        BearerAuthentication authentication = Challenges.authentication("orders", Noted.by(new CountedRefusals()));

        Authentication outcome =
                authentication.authenticate(Requests.withAuthorization(headers), DecisionForm.FILTER, token -> {
                    // Nothing but the one token of the one header ever gets as far as being looked at.
                    assertThat(headers).hasSize(1);
                    assertThat(headers[0]).endsWith(" " + token);
                    assertThat(token).matches("[A-Za-z0-9._~+/-]+=*");
                    return new Verification.Rejected(RejectionReason.TOKEN_MALFORMED);
                });

        if (outcome instanceof Refusal refusal) {
            assertThat(refusal)
                    .isIn(challenge.malformed(), challenge.rejected(RejectionReason.TOKEN_MALFORMED, Set.of()));
        } else {
            assertThat(outcome).isInstanceOf(Anonymous.class);
            assertThat(headers).noneMatch(header -> header.regionMatches(true, 0, "Bearer ", 0, 7));
        }
    }

    /** The input is a resource server and the scopes that give a role, a line each. */
    @FuzzTest
    void names_scopes_that_can_be_read_back(byte[] input) {
        String[] lines = Arrays.copyOf(new String(input, UTF_8).split("\n", 2), 2);
        VerifierSettingsBuilder settings = new VerifierSettingsBuilder()
                .userPoolId("eu-west-1_AbCdEfGhI")
                .clientIds(List.of("client"))
                .role("reader", Arrays.asList((lines[1] == null ? "" : lines[1]).split(" ", -1)));
        if (!lines[0].isEmpty()) {
            settings.resourceServer(lines[0]);
        }
        try {
            Set<String> scopes = settings.build().scopeRoles().scopesFor("reader");

            Map<String, String> parameters = parameters(challenge.insufficientScope(scopes));

            assertThat(parameters).containsOnlyKeys("realm", "error", "error_description", "scope");
            assertThat(parameters).containsEntry("realm", "orders").containsEntry("error", "insufficient_scope");
            assertThat(parameters.get("scope").split(" ", -1)).containsExactlyElementsOf(scopes);
        } catch (InvalidSettings expected) {
            assertThat(expected.faults()).isNotEmpty();
        }
    }

    /** What a client reads (RFC 9110 section 11.6.1). */
    private static Map<String, String> parameters(String header) {
        assertThat(header).startsWith("Bearer ");
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(header).region("Bearer ".length(), header.length());
        while (parameter.lookingAt()) {
            assertThat(parameters.put(parameter.group(1), parameter.group(2))).isNull();
            parameter.region(parameter.end(), header.length());
        }
        assertThat(parameter.regionStart()).as(header).isEqualTo(header.length());
        return parameters;
    }
}
