package org.cognito4j.jakarta.constraint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.net.QuietLog;

/**
 * What servlets call roles, from {@code <security-role-ref>} in the application's {@code web.xml}. Containers keep that to
 * themselves. Immutable and thread-safe.
 */
public final class RoleLinks {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j");

    private final Map<String, Map<String, String>> rolesByServlet;

    private RoleLinks(Map<String, Map<String, String>> rolesByServlet) {
        this.rolesByServlet = rolesByServlet;
    }

    /** The links of an application; none if it has no {@code web.xml}, or one that only its container can read. */
    public static RoleLinks of(ServletContext application) {
        try (InputStream xml = application.getResourceAsStream("/WEB-INF/web.xml")) {
            return new RoleLinks(xml == null ? Map.of() : read(xml));
        } catch (IOException | XMLStreamException e) {
            LOG.log(Level.WARNING, "web.xml could not be read, so isUserInRole knows no security-role-ref");
            return new RoleLinks(Map.of());
        }
    }

    /** The role that a servlet means by a name: the linked one, or the one of that name. */
    public String roleFor(HttpServletRequest request, String name) {
        if (rolesByServlet.isEmpty()) {
            return name;
        }
        HttpServletMapping mapping = request.getHttpServletMapping();
        String servlet = mapping == null ? null : mapping.getServletName();
        return rolesByServlet.getOrDefault(servlet, Map.of()).getOrDefault(name, name);
    }

    private static Map<String, Map<String, String>> read(InputStream xml) throws XMLStreamException {
        Map<String, Map<String, String>> roles = new HashMap<>();
        XmlElement.parse(xml)
                .children("servlet")
                .forEach(servlet ->
                        servlet.children("security-role-ref").forEach(reference -> link(servlet, reference, roles)));
        return roles;
    }

    private static void link(XmlElement servlet, XmlElement reference, Map<String, Map<String, String>> roles) {
        for (String name : reference.texts("role-name")) {
            for (String role : reference.texts("role-link")) {
                servlet.texts("servlet-name")
                        .forEach(key -> roles.computeIfAbsent(key, none -> new HashMap<>())
                                .put(name, role));
            }
        }
    }
}
