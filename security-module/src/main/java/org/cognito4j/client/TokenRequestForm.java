package org.cognito4j.client;

import java.net.http.HttpRequest;

/** The form of one of Cognito's two requests for a token. Immutable. */
interface TokenRequestForm {

    ClientSettings settings();

    HttpRequest request(String secret);

    AnswerNames names();
}
