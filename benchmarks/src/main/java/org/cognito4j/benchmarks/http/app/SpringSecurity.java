package org.cognito4j.benchmarks.http.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Spring Security's resource server as its documentation has it, without sessions. */
public final class SpringSecurity implements ServletContextListener {

    /** For the container. */
    public SpringSecurity() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext servlets = event.getServletContext();
        AnnotationConfigWebApplicationContext application = new AnnotationConfigWebApplicationContext();
        application.setServletContext(servlets);
        application.register(Rules.class);
        application.refresh();
        servlets.addFilter("spring", new DelegatingFilterProxy("springSecurityFilterChain", application))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    /** Who may do what. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Rules {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_orders/read"))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(csrf -> csrf.disable())
                    .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                    .build();
        }

        @Bean
        JwtDecoder decoder(ServletContext servlets) {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(servlets.getInitParameter("keys"))
                    .build();
            JwtTimestampValidator times = new JwtTimestampValidator();
            times.setAllowEmptyExpiryClaim(false);
            decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(
                    new JwtIssuerValidator(servlets.getInitParameter("issuer")),
                    times,
                    jwt -> jwt.getIssuedAt() != null && CognitoClaims.areAcceptable(jwt.getIssuedAt(), jwt::getClaim)
                            ? OAuth2TokenValidatorResult.success()
                            : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token")))));
            return decoder;
        }
    }
}
