package org.cognito4j.it.stores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.monitor.CallerAccepted;
import org.cognito4j.jakarta.monitor.CallerRefused;

/** Hears of every decision, and breaks down in whatever way the request asks for. */
@ApplicationScoped
public class HostileObserver {

    @Inject
    private HttpServletRequest request;

    void accepted(@Observes CallerAccepted event) {
        breakDown();
    }

    void refused(@Observes CallerRefused event) {
        breakDown();
    }

    private void breakDown() {
        switch (String.valueOf(request.getHeader("Observer"))) {
            case "throws" -> throw new IllegalStateException("as asked for");
            case "overflows" -> breakDown();
            default -> {}
        }
    }
}
