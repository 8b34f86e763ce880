package org.cognito4j.jakarta;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@code AccessToken} is injected. An object that outlives the request would keep the token of its first caller
 * and take all later ones for that one, so such places end the deployment.
 */
final class InjectedTokens {

    private static final String REST_RESOURCE = "jakarta.ws.rs.Path";

    private final List<DeploymentException> problems = new ArrayList<>();

    void found(InjectionPoint point) {
        if (!livesForOneRequest(point)) {
            problems.add(new DeploymentException("An AccessToken is injected into " + point.getMember()
                    + ", which may outlive the request. Inject CognitoPrincipal and ask it for accessToken(), or inject"
                    + " Provider<AccessToken>"));
        }
    }

    List<DeploymentException> problems() {
        return List.copyOf(problems);
    }

    /** Of the request's scope, or a JAX-RS resource, which is made for each request unless it has another scope. */
    private static boolean livesForOneRequest(InjectionPoint point) {
        Class<? extends Annotation> scope = scopeOf(point.getBean());
        return scope == RequestScoped.class || (scope == Dependent.class && isRestResource(point));
    }

    private static Class<? extends Annotation> scopeOf(@Nullable Bean<?> bean) {
        return bean == null ? Dependent.class : bean.getScope();
    }

    private static boolean isRestResource(InjectionPoint point) {
        for (Annotation annotation : point.getMember().getDeclaringClass().getAnnotations()) {
            if (annotation.annotationType().getName().equals(REST_RESOURCE)) {
                return true;
            }
        }
        return false;
    }
}
