package org.cognito4j.jakarta.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cognito4j.jakarta.guard.ResponseHeaders;

/** Makes {@link AccessRefused} the answer that it holds where a servlet lets it through, as it is or wrapped. */
public final class AccessRefusedFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<AccessRefused> refused = AccessRefused.within(failure);
            if (refused.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            answer(refused.get(), (HttpServletResponse) response);
        }
    }

    private static void answer(AccessRefused refused, HttpServletResponse response) {
        ResponseHeaders.removeBody(response); // it is for a caller who may see it
        refused.headers().forEach(response::setHeader);
        response.setStatus(refused.status());
    }
}
