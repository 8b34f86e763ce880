package org.cognito4j.it.plain;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Does nothing, but is there: some servers remember the filters of a request. */
@WebFilter("/*")
public class PlainFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Made by the container. */
    public PlainFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }
}
