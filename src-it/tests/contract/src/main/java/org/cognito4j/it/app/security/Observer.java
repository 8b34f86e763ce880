package org.cognito4j.it.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.it.app.CallerReport;
import org.cognito4j.jakarta.monitor.CallerAccepted;

/** Counts how often the token of a request is accepted, while the mechanism looks at it. */
@ApplicationScoped
public class Observer {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    void accepted(@Observes CallerAccepted event) {
        Object before = request.getAttribute(CallerReport.VALIDATIONS);
        request.setAttribute(CallerReport.VALIDATIONS, before == null ? 1 : (Integer) before + 1);
        request.setAttribute(CallerReport.VISITS, visit.count());
    }
}
