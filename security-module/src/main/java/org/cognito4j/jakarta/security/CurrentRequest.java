package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The HTTP request that the current thread works for, as CDI knows it. */
final class CurrentRequest {

    private CurrentRequest() {}

    /** Returns the request; null if there is none. */
    static @Nullable HttpServletRequest in(BeanManager beans) {
        Instance<HttpServletRequest> requests = beans.createInstance().select(HttpServletRequest.class);
        if (!requests.isResolvable()) {
            return null;
        }
        HttpServletRequest request = requests.get();
        try {
            request.getMethod(); // a proxy only notices now that there is no request
            return request;
        } catch (ContextNotActiveException | IllegalStateException e) {
            return null;
        }
    }
}
