package org.cognito4j.jakarta.access;

import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.jspecify.annotations.Nullable;

/** The request whose caller an annotation is asked about, as far as it is at hand there. */
public interface JudgedRequest {

    /** Returns the request that a service has authenticated; null if it is not at hand. */
    @Nullable HttpServletRequest of(CognitoService service);

    /** Returns the path of the request. */
    RequestedPath path();

    /** Returns a request that is at hand. */
    static JudgedRequest of(HttpServletRequest request) {
        return new JudgedRequest() {
            @Override
            public HttpServletRequest of(CognitoService service) {
                return request;
            }

            @Override
            public RequestedPath path() {
                return RequestedPath.of(request);
            }
        };
    }
}
