package org.cognito4j.it;

/** Tokens for the application's toy mechanism. */
final class ToyTokens implements Tokens {

    @Override
    public String accepted(String caller, String... roles) {
        return caller + ":" + String.join(",", roles);
    }

    @Override
    public String refused() {
        return "refused";
    }
}
