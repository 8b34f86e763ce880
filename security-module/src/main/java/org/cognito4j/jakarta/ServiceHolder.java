package org.cognito4j.jakarta;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds the application's {@link CognitoService} for the beans. It is started when the application is deployed, so that
 * wrong settings stop the deployment, or at the latest by the first request.
 */
@ApplicationScoped
class ServiceHolder {

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable CognitoExtension extension;
    private volatile @Nullable CognitoService service;

    /** For the container's proxy. */
    ServiceHolder() {
        this.extension = null;
    }

    @Inject
    ServiceHolder(CognitoExtension extension) {
        this.extension = extension;
    }

    /** Whether the application is protected by our mechanism, or has settings for our store behind another one. */
    boolean isNeeded(ServletContext application) {
        return extension != null
                && (extension.hasMechanism() || !configuration(application).isEmpty());
    }

    CognitoService start(ServletContext application) {
        CognitoService running = service;
        if (running != null) {
            return running; // the way of every request but the first: no lock
        }
        lock.lock();
        try {
            CognitoService started = service;
            if (started == null) {
                started = new CognitoService(ServiceSettings.read(configuration(application)));
                started.publishIn(application);
                service = started;
            }
            return started;
        } finally {
            lock.unlock();
        }
    }

    CognitoService service() {
        CognitoService started = service;
        if (started == null) {
            throw new IllegalStateException("the application has not been started yet");
        }
        return started;
    }

    /** What decides comes first: the environment, then the application's own defaults. */
    private Configuration configuration(ServletContext application) {
        Configuration configuration = WebConfiguration.of(application);
        return extension == null
                ? configuration
                : extension.definition().map(configuration::withDefaults).orElse(configuration);
    }

    @PreDestroy
    void close() {
        CognitoService started = service;
        if (started != null) {
            started.close();
        }
    }
}
