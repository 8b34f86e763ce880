package org.cognito4j.benchmarks.http.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.EnumSet;
import org.pac4j.core.config.Config;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.http.client.direct.HeaderClient;
import org.pac4j.jee.filter.SecurityFilter;
import org.pac4j.jwt.config.signature.RSASignatureConfiguration;
import org.pac4j.jwt.credentials.authenticator.JwtAuthenticator;

/** pac4j's filter with its client for tokens in a header, the key read once. */
public final class Pac4j implements ServletContextListener {

    /** For the container. */
    public Pac4j() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        String issuer = event.getServletContext().getInitParameter("issuer");
        JwtAuthenticator authenticator =
                new JwtAuthenticator(new Rs256(key(event.getServletContext().getInitParameter("keys"))));
        Config config = new Config(new HeaderClient("Authorization", "Bearer ", authenticator));
        config.addAuthorizer("cognito", (context, sessions, profiles) -> isAcceptable(profiles.get(0), issuer));
        SecurityFilter filter = new SecurityFilter(config, "HeaderClient", "cognito", "nocache");
        event.getServletContext()
                .addFilter("pac4j", filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static boolean isAcceptable(UserProfile profile, String issuer) {
        return issuer.equals(profile.getAttribute("iss"))
                && profile.getAttribute("exp") != null
                && profile.getAttribute("iat") instanceof Date issuedAt
                && CognitoClaims.areAcceptable(
                        issuedAt.toInstant(),
                        name -> name.equals("sub") ? profile.getId() : profile.getAttribute(name));
    }

    /** What it has for RSA takes every algorithm of that key. */
    private static final class Rs256 extends RSASignatureConfiguration {

        Rs256(PublicKey key) {
            super(new KeyPair(key, null));
        }

        @Override
        public boolean supports(JWSAlgorithm algorithm) {
            return JWSAlgorithm.RS256.equals(algorithm);
        }
    }

    private static PublicKey key(String address) {
        try {
            return JWKSet.load(URI.create(address).toURL())
                    .getKeys()
                    .get(0)
                    .toRSAKey()
                    .toPublicKey();
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
