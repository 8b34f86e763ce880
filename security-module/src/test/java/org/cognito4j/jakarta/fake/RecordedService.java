package org.cognito4j.jakarta.fake;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.cognito4j.GenuineTokens;
import org.cognito4j.TokenChecks;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.RequiredTokenPaths;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.monitor.SecurityMXBean;

/** The service of an application that is a fake, with what it has noted of refusals. */
public final class RecordedService implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final FakeServlets servlets = new FakeServlets();
    private final CountedRefusals events = new CountedRefusals();
    private final CognitoService service;

    /**
     * Starts a service that trusts {@link GenuineTokens}.
     *
     * @param more further settings, with their prefix
     */
    public RecordedService(Map<String, String> more) {
        this(more, TokenChecks.NONE);
    }

    /**
     * Starts a service that trusts {@link GenuineTokens}.
     *
     * @param more further settings, with their prefix
     * @param checks of the application
     */
    public RecordedService(Map<String, String> more, TokenChecks checks) {
        servlets.contextPath = "/recorded" + NUMBER.incrementAndGet();
        service = new CognitoService(
                Noted.settings(new HashMap<>(more)), List.of(events), checks, keys -> GenuineTokens.verifier());
        RequiredTokenPaths.noteEnforcementIn(servlets.context());
        service.publishIn(servlets.context());
    }

    public CognitoService service() {
        return service;
    }

    /** Returns the code and the form of each record of a refusal, in order. */
    public List<String> refusals() {
        return events.records().stream()
                .map(record -> record.code() + " by " + record.request().form().code())
                .toList();
    }

    public List<SecurityDecision> records() {
        return events.records();
    }

    /** Returns the figure of JMX. */
    public Map<String, Long> figures() {
        try {
            ObjectName name =
                    new ObjectName("org.cognito4j:type=Security,application=\"" + servlets.contextPath + "\"");
            SecurityMXBean bean =
                    JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), name, SecurityMXBean.class);
            return bean.getRefusedByReason();
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
