package org.cognito4j.jakarta;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes {@link AccessRefused} the answer that it holds where a servlet lets it through, as it is or wrapped. */
final class AccessRefusedFilter implements Filter {

    private static final int DEEPEST = 10;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<AccessRefused> refused = within(failure);
            if (refused.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            answer(refused.get(), (HttpServletResponse) response);
        }
    }

    private static void answer(AccessRefused refused, HttpServletResponse response) {
        response.reset(); // what was written before is for a caller who may see it
        refused.headers().forEach(response::setHeader);
        response.setStatus(refused.status());
    }

    private static Optional<AccessRefused> within(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof AccessRefused refused) {
                return Optional.of(refused);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
