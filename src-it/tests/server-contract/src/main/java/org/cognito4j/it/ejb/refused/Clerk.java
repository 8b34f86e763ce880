package org.cognito4j.it.ejb.refused;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.cognito4j.jakarta.access.AccessRefused;

/** An enterprise bean that calls another one in its transaction. */
@Stateless
public class Clerk {

    @EJB
    private Safe safe;

    @Resource
    private SessionContext context;

    /** Leaves the refusal to its own caller. */
    public String open() {
        return safe.open();
    }

    /** Goes on without what it may not have. */
    public String openIfAllowed() {
        try {
            return safe.open();
        } catch (AccessRefused refused) {
            return "refused=" + refused.status() + "\nrolled-back=" + context.getRollbackOnly() + "\n";
        }
    }

    /** Hides the refusal in another exception, as a proxy may. */
    public String hide() {
        try {
            return safe.open();
        } catch (AccessRefused refused) {
            throw new EJBException("hidden", refused);
        }
    }
}
