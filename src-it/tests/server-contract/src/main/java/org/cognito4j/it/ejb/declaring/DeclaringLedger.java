package org.cognito4j.it.ejb.declaring;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.cognito4j.it.ejb.BeanReport;

/** For everybody, and declares the roles that it asks for. */
@Stateless
@DeclareRoles({"read", "write"})
@PermitAll
public class DeclaringLedger {

    @Resource
    private SessionContext context;

    /** Reports its caller. */
    public String open() {
        return BeanReport.of(context);
    }
}
