package org.cognito4j.jakarta.container;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.jakarta.constraint.XmlElement;
import org.cognito4j.jakarta.platform.ApplicationLoader;

/** The {@code <login-config>} of an application: a request to the container to authenticate callers by itself. */
public final class DeclaredLogin {

    /**
     * The context attribute by which the packages for single servers say that the server has an authentication of its own
     * for the application.
     */
    static final String OF_SERVER = "org.cognito4j.server-authentication";

    private DeclaredLogin() {}

    /** Returns what the application or its server declares, in words; empty if there is nothing. */
    public static Optional<String> of(ServletContext application) {
        return inWebXml(application)
                .or(() -> inFragments(application))
                .or(() ->
                        Optional.ofNullable(application.getAttribute(OF_SERVER)).map(String::valueOf));
    }

    private static Optional<String> inWebXml(ServletContext application) {
        try (InputStream in = application.getResourceAsStream("/WEB-INF/web.xml")) {
            return in == null ? Optional.empty() : method(in).map(method -> words(method, "web.xml"));
        } catch (IOException | XMLStreamException e) {
            return Optional.empty(); // the container has read it
        }
    }

    private static Optional<String> inFragments(ServletContext application) {
        for (URL fragment : fragments(application)) {
            try (InputStream in = fragment.openStream()) {
                Optional<String> method = method(in);
                if (method.isPresent()) {
                    return method.map(found -> words(found, "a web-fragment.xml"));
                }
            } catch (IOException | XMLStreamException e) {
                continue; // none that a container takes
            }
        }
        return Optional.empty();
    }

    private static List<URL> fragments(ServletContext application) {
        try {
            return Collections.list(ApplicationLoader.of(application).getResources("META-INF/web-fragment.xml"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> method(InputStream descriptor) throws IOException, XMLStreamException {
        return XmlElement.parse(descriptor)
                .children("login-config")
                .flatMap(login -> login.texts("auth-method").stream())
                .map(String::trim)
                .filter(method -> !method.isEmpty())
                .findFirst();
    }

    private static String words(String method, String place) {
        return "<login-config> with " + method + " in " + place;
    }
}
