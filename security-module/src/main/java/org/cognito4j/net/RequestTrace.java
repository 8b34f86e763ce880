package org.cognito4j.net;

import java.net.http.HttpRequest;

/** The trace of one request that this module sends. No method throws, and none takes long. */
interface RequestTrace {

    /** Returns the request with the headers by which the server can go on with the trace. */
    HttpRequest request();

    /** Ends the trace with the status of an answer. */
    void answered(int status);

    /** Ends the trace of a request without an answer, with a word for why. */
    void failed(String why);

    /** No trace. */
    record None(HttpRequest request) implements RequestTrace {

        @Override
        public void answered(int status) {}

        @Override
        public void failed(String why) {}
    }
}
