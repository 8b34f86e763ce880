package org.cognito4j.client;

import java.net.http.HttpRequest;

/** One of Cognito's two ways to ask for a token. Immutable. */
interface TokenApi {

    ClientSettings settings();

    HttpRequest request(String secret);

    AnswerNames names();
}
