package org.cognito4j.jakarta.guard;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;

/**
 * Notes that a container has refused the caller of a request. Containers write their 403 by themselves and ask no code of
 * an application again, but their listeners hear that the request ends: a challenge that was set for a 403, and that the
 * guard has not taken back, was sent.
 */
public final class RequestEnd implements ServletRequestListener {

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request) {
            end(request);
        }
    }

    private static void end(HttpServletRequest request) {
        SessionHiding.of(request.getServletContext()).show(request);
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service != null && PendingChallenge.takeContainerRefusal(request)) {
            service.refusals().noteConstraint(request);
        }
        noteClosed(request);
    }

    /** Notes that a request ends that the module has kept closed, and that nobody has opened. */
    public static void noteClosed(HttpServletRequest request) {
        if (PendingChallenge.takeKeptClosed(request)) {
            CognitoService.refusalsIn(request.getServletContext()).closed(request, DecisionForm.MECHANISM);
        }
    }
}
