package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cognito4j.RejectionReason;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.junit.jupiter.api.Test;

class BearerChallengeTest {

    private static final String METADATA = "https://api.example.com/.well-known/oauth-protected-resource";
    private static final String NAMED = ", resource_metadata=\"" + METADATA + '"';

    private final BearerChallenge challenge = new BearerChallenge("orders", Optional.of(METADATA));

    @Test
    void names_the_metadata_whatever_is_refused() {
        assertThat(challenge.missing(List.of()).challenge()).hasValue("Bearer realm=\"orders\"" + NAMED);
        assertThat(challenge.malformed().challenge().orElseThrow()).endsWith('"' + NAMED);
        assertThat(challenge
                        .rejected(RejectionReason.TOKEN_EXPIRED, List.of("a/b", "c/d"))
                        .challenge()
                        .orElseThrow())
                .endsWith('"' + NAMED + ", scope=\"a/b c/d\"");
        assertThat(challenge.forbidden(List.of("a/b")).challenge().orElseThrow())
                .endsWith('"' + NAMED + ", scope=\"a/b\"");
        assertThat(challenge.insufficientScope(List.of())).endsWith('"' + NAMED);
    }

    @Test
    void names_further_scopes_in_a_401_that_names_none() {
        List<String> scopes = List.of("a/b");
        Refusal none = challenge.missing(List.of());
        Refusal other = challenge.missing(List.of("c/d"));

        assertThat(BearerChallenge.namingScopes(none, scopes)).isEqualTo(challenge.missing(scopes));
        assertThat(BearerChallenge.namingScopes(other, scopes)).isSameAs(other);
        assertThat(BearerChallenge.namingScopes(none, List.of())).isEqualTo(none);
        assertThat(BearerChallenge.namingScopes(challenge.malformed(), scopes)).isEqualTo(challenge.malformed());
        assertThat(BearerChallenge.namingScopes(BearerChallenge.failed(), scopes))
                .isEqualTo(BearerChallenge.failed());
    }
}
