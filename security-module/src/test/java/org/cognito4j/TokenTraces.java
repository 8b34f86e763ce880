package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Finds what a text has of a token. */
final class TokenTraces {

    /** As long a piece of a token as happens to stand nowhere else. */
    private static final int PIECE = 16;

    private TokenTraces() {}

    /** A piece of the text that also stands in the token, as sent or decoded. */
    static Optional<String> in(String text, String token) {
        List<String> forms = new ArrayList<>(List.of(token));
        for (String part : token.split("\\.")) {
            try {
                forms.add(new String(Base64.getUrlDecoder().decode(part), UTF_8));
            } catch (IllegalArgumentException e) {
                forms.add(part);
            }
        }
        // What the service itself was told may be shown.
        String strange = text.replace(TestPool.CLIENT, "").replace("eu-west-1_AbCdEfGhI", "");
        for (int i = 0; i + PIECE <= strange.length(); i++) {
            String piece = strange.substring(i, i + PIECE);
            if (forms.stream().anyMatch(form -> form.contains(piece))) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }
}
