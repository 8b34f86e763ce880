package org.cognito4j.it;

import java.util.Map;
import java.util.TreeMap;

/** Who may have a secret, as the author of an application declared it. */
enum Access {
    /** Callers with the role {@code read}. */
    READ("reader", "both"),
    /** The client {@code reader} alone. */
    READER("reader"),
    /** Callers with the role {@code write}. */
    WRITE("writer", "both"),
    /** Callers with both roles. */
    READ_AND_WRITE("both"),
    /** Callers with either role. */
    READ_OR_WRITE("reader", "writer", "both"),
    /** Callers with any acceptable token. */
    ANY_TOKEN("reader", "writer", "both", "newcomer"),
    /** No caller. */
    NOBODY;

    private static final Map<String, String> ACCEPTABLE = Map.of(
            "reader", Pools.token("reader", "read"),
            "writer", Pools.token("writer", "write"),
            "both", Pools.token("both", "read", "write"),
            "newcomer", Pools.token("newcomer"));

    private static final Map<String, String> UNACCEPTABLE = Map.of(
            "another client's token", Pools.token(Pools.STRANGER, "read", "write"),
            "an expired token", BadTokens.expired(),
            "a forged token",
                    Pools.mint("both", "read", "write").signedByForeignKey().token());

    private final String[] admitted;

    Access(String... admitted) {
        this.admitted = admitted;
    }

    /** Returns the tokens that must get the secret, by the client that the application has to name as its caller. */
    Map<String, String> admitted() {
        Map<String, String> tokens = new TreeMap<>();
        for (String client : admitted) {
            tokens.put(client, ACCEPTABLE.get(client));
        }
        return tokens;
    }

    /** Returns the tokens that must not get the secret, by a description. Anonymous callers come besides. */
    Map<String, String> refused() {
        Map<String, String> tokens = new TreeMap<>(ACCEPTABLE);
        tokens.keySet().removeAll(admitted().keySet());
        tokens.putAll(UNACCEPTABLE);
        return tokens;
    }
}
