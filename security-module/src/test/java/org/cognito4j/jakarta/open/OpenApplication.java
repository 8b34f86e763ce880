package org.cognito4j.jakarta.open;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** An application that is looked at and never run. */
public final class OpenApplication {

    private OpenApplication() {}

    @WebServlet({"/plain", "/constrained/plain", "/filtered/plain"})
    public static class PlainServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @WebServlet("/secured")
    @ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
    public static class SecuredServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @WebServlet("/half")
    @ServletSecurity(httpMethodConstraints = @HttpMethodConstraint(value = "GET", rolesAllowed = "read"))
    public static class HalfServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @WebFilter("/filtered/*")
    public static class StrictFilter extends CognitoFilter {}

    @ApplicationPath("/rest")
    public static class RestApplication extends Application {}

    /** For the method {@code PROPFIND}. */
    @HttpMethod("PROPFIND")
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Propfind {}

    public interface Contract {
        @GET
        @Path("contract")
        String byContract();
    }

    @Path("orders/{id}")
    public static class Orders implements Contract {

        @Override
        public String byContract() {
            return "";
        }

        @GET
        public String open() {
            return "";
        }

        @Propfind
        public String byOwnDesignator() {
            return "";
        }

        @Propfind
        @RolesAllowed("read")
        public String securedByOwnDesignator() {
            return "";
        }

        @POST
        @RolesAllowed("write")
        public String secured() {
            return "";
        }

        @GET
        @PermitAll
        public String permitted() {
            return "";
        }
    }

    @Path("closed")
    @RolesAllowed("read")
    public static class Closed {
        @GET
        public String get() {
            return "";
        }
    }
}
