package org.cognito4j.it.misplaced;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.jakarta.access.RequiresScope;

/** A filter with a requirement, which the container calls as it is. */
@WebFilter("/misplaced/*")
public class ScopedFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    @RequiresScope("write")
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }
}
