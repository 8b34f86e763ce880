package org.cognito4j.it.ejb;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Protected by annotation, method by method; the bean reports its caller. */
@Stateless
public class Ledger {

    @Resource
    private SessionContext context;

    /** For everybody. */
    @PermitAll
    public String open() {
        return report();
    }

    /** For readers. */
    @RolesAllowed("read")
    public String read() {
        return report();
    }

    /** For whoever is somebody. */
    @RolesAllowed("**")
    public String anyCaller() {
        return report();
    }

    /** For nobody. */
    @DenyAll
    public String nobody() {
        return report();
    }

    private String report() {
        return BeanReport.of(context);
    }
}
