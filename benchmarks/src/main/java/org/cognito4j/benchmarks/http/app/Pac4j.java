package org.cognito4j.benchmarks.http.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.text.ParseException;
import java.util.EnumSet;
import org.pac4j.core.config.Config;
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
        JwtAuthenticator authenticator = new JwtAuthenticator(new RSASignatureConfiguration(
                new KeyPair(key(event.getServletContext().getInitParameter("keys")), null)));
        Config config = new Config(new HeaderClient("Authorization", "Bearer ", authenticator));
        config.addAuthorizer(
                "cognito",
                (context, sessions, profiles) -> issuer.equals(profiles.get(0).getAttribute("iss"))
                        && CognitoClaims.areAcceptable(name -> name.equals("sub")
                                ? profiles.get(0).getId()
                                : profiles.get(0).getAttribute(name)));
        SecurityFilter filter = new SecurityFilter(config, "HeaderClient", "cognito", "nocache");
        event.getServletContext()
                .addFilter("pac4j", filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static java.security.PublicKey key(String address) {
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
