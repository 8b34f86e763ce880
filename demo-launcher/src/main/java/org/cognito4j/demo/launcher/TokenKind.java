package org.cognito4j.demo.launcher;

import java.time.Duration;
import java.time.Instant;
import org.cognito4j.localpool.TokenMint;

/** The tokens that the playground hands out, and what sets each apart from a genuine one: one thing only. */
enum TokenKind {
    GENUINE {
        @Override
        TokenMint of(TokenMint genuine) {
            return genuine;
        }
    },
    EXPIRED {
        @Override
        TokenMint of(TokenMint genuine) {
            Instant issuedAt = Instant.now().minus(Duration.ofHours(2));
            return genuine.issuedAt(issuedAt).expiresAt(issuedAt.plus(Duration.ofHours(1)));
        }
    },
    OTHER_CLIENT {
        @Override
        TokenMint of(TokenMint genuine) {
            return genuine.clientId("0nobodyconfiguredthisclient");
        }
    },
    ID_TOKEN {
        @Override
        TokenMint of(TokenMint genuine) {
            return genuine.asIdToken("ann");
        }
    },
    USER_TOKEN {
        @Override
        TokenMint of(TokenMint genuine) {
            return genuine.asUser("ann");
        }
    },
    FORGED {
        @Override
        TokenMint of(TokenMint genuine) {
            return genuine.signedByForeignKey();
        }
    };

    /** Makes a token of this kind out of a genuine one that has not been signed yet. */
    abstract TokenMint of(TokenMint genuine);
}
