package org.cognito4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The grammar of the {@code scope} claim (RFC 6749 section 3.3). */
final class ScopeList {

    private ScopeList() {}

    /**
     * The scopes of a claim: tokens of {@code %x21 / %x23-5B / %x5D-7E}, separated by one U+0020 each. A claim that is
     * absent or empty grants nothing, since a trigger may take all scopes away.
     */
    static Set<String> parse(Claims claims) throws TokenRejected {
        if (!claims.has("scope")) {
            return Set.of();
        }
        String list = claims.text("scope").orElseThrow(() -> TokenRejected.of(RejectionReason.SCOPE_INVALID));
        if (list.isEmpty()) {
            return Set.of();
        }
        List<String> scopes = new ArrayList<>();
        for (String scope : list.split(" ", -1)) {
            if (!isScope(scope)) {
                throw TokenRejected.of(RejectionReason.SCOPE_INVALID);
            }
            scopes.add(scope);
        }
        return TextSet.of(scopes);
    }

    static boolean isScope(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isScopeCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isScopeCharacter(char c) {
        return c >= 0x21 && c <= 0x7E && c != '"' && c != '\\';
    }
}
