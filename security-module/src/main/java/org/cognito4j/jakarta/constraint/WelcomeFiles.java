package org.cognito4j.jakarta.constraint;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The files that a server may answer with when a directory is asked for, in the order of the descriptors. */
public final class WelcomeFiles {

    /** Of every server, where the application names none. */
    private static final List<String> USUAL = List.of("index.html", "index.htm", "index.jsp");

    private static final String ATTRIBUTE = WelcomeFiles.class.getName();

    private WelcomeFiles() {}

    /** Returns the names in an application, without a leading slash. */
    @SuppressWarnings("unchecked") // set here and nowhere else
    public static Set<String> in(@Nullable ServletContext application) {
        if (application == null) {
            return new LinkedHashSet<>(USUAL);
        }
        if (application.getAttribute(ATTRIBUTE) instanceof Set<?> known) {
            return (Set<String>) known;
        }
        Set<String> files = read(application);
        application.setAttribute(ATTRIBUTE, files);
        return files;
    }

    /**
     * Returns the paths of the pages that a server may show for a directory: servlets, and the first file that there is. Servers
     * differ in whether they show a servlet. None where a servlet is mapped to the directory itself, as that one answers.
     *
     * @param directory a path that ends with a slash
     */
    public static List<String> shownFor(String directory, ServletContext application) {
        List<String> pages = new ArrayList<>();
        if (isOfServlet(directory, application)) {
            return pages;
        }
        for (String name : in(application)) {
            String page = directory + name;
            boolean isFile = isFile(page, application);
            if (isFile || isOfServlet(page, application)) {
                pages.add(page);
            }
            if (isFile) {
                break;
            }
        }
        return pages;
    }

    private static boolean isFile(String path, ServletContext application) {
        try {
            return application.getResource(path) != null;
        } catch (MalformedURLException e) {
            return true; // the strictest reading
        }
    }

    /** Returns whether a servlet other than the default one is mapped to a path. */
    private static boolean isOfServlet(String path, ServletContext application) {
        return application.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> !mapping.equals("/"))
                .anyMatch(mapping -> new UrlPattern(mapping).fit(path) != UrlPattern.NONE);
    }

    /** The usual ones are names of the server's own descriptor, which counts as well on some servers. */
    private static Set<String> read(ServletContext application) {
        Set<String> files = new LinkedHashSet<>();
        try {
            for (WebDescriptor descriptor : new ConstraintReader(application).descriptors()) {
                descriptor.welcomeFiles().stream()
                        .map(file -> file.startsWith("/") ? file.substring(1) : file)
                        .forEach(files::add);
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            files.clear(); // the descriptors cannot be read, which ConstraintReader reports
        }
        files.addAll(USUAL);
        return files;
    }
}
