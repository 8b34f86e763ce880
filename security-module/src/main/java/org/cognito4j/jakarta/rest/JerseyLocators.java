package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Asks Jersey which sub-resource locators it called. To be linked where there is Jersey alone. */
final class JerseyLocators {

    private JerseyLocators() {}

    /** The locators in the order of their calls; empty if another implementation serves the request. */
    static Optional<List<MatchedMethod>> of(UriInfo way) {
        if (!(way instanceof ExtendedUriInfo jersey)) {
            return Optional.empty();
        }
        List<MatchedMethod> locators = new ArrayList<>();
        for (ResourceMethod locator : jersey.getMatchedResourceLocators()) {
            Invocable call = locator.getInvocable();
            locators.add(new MatchedMethod(
                    call.getHandlingMethod(), call.getHandler().getHandlerClass()));
        }
        Collections.reverse(locators);
        return Optional.of(locators);
    }
}
