package org.cognito4j.benchmarks.http.app;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** SmallRye JWT's parser in the least of filters: its own mechanism needs a server that has Jakarta Security. */
public final class SmallRyeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient DefaultJWTParser parser;

    /** For the container. */
    public SmallRyeFilter() {}

    @Override
    public void init(FilterConfig config) {
        JWTAuthContextInfo context = new JWTAuthContextInfo(
                config.getServletContext().getInitParameter("keys"),
                config.getServletContext().getInitParameter("issuer"));
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        context.setClockSkew(60);
        parser = new DefaultJWTParser(context);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            response.sendError(401);
            return;
        }
        try {
            JsonWebToken token = parser.parse(header.substring(7));
            if (CognitoClaims.areAcceptable(Instant.ofEpochSecond(token.getIssuedAtTime()), token::getClaim)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(403);
            }
        } catch (ParseException e) {
            response.sendError(401);
        }
    }
}
