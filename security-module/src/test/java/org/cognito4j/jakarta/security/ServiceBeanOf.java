package org.cognito4j.jakarta.security;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.cognito4j.jakarta.CognitoService;

/** Holds a service that somebody else has started. */
final class ServiceBeanOf extends ServiceBean {

    private final CognitoService service;

    ServiceBeanOf(CognitoService service) {
        this.service = service;
    }

    @Override
    Optional<CognitoService> start(ServletContext application) {
        return started();
    }

    @Override
    Optional<CognitoService> started() {
        return Optional.of(service);
    }
}
