package org.cognito4j.it;

import java.net.URL;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * One small application in a style that is not this project's, with what its author believes: which secrets are protected, or
 * which resource the message names that ends the deployment. Written as one row of a table, by methods that each return the row.
 */
final class HostileApplication {

    private static final String WEB_XML =
            "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"%s>%s</web-app>";

    /** Is in every message of the module. */
    private static final String MODULE = "cognito";

    private static final String PACKAGE = "org.cognito4j.it.hostile.";

    private final String id;
    private final String comment;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private final List<Consumer<WebArchive>> contents = new ArrayList<>();
    private final List<Consumer<URL>> questions = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private Libraries libraries = Libraries.JAR_ALONE;
    private @Nullable Settings settings = Settings.trusting(Pools.TRUSTED);
    private Outcome outcome = Outcome.PROTECTED;

    /** What becomes of the application. */
    enum Outcome {
        /** It starts and protects what its author declared. */
        PROTECTED,
        /** Its deployment ends with a message. */
        ENDED,
        /** One or the other, depending on the server. */
        PROTECTED_OR_ENDED
    }

    private HostileApplication(String id, String comment) {
        this.id = id;
        this.comment = comment;
    }

    /** A row for an application of servlets, whose WAR has the jar alone. */
    static HostileApplication named(String id, String comment) {
        return new HostileApplication(id, comment);
    }

    /** The application uses CDI and Jakarta Security, from the server or from its WAR. */
    HostileApplication withBeans() {
        libraries = Libraries.JAKARTA_SECURITY;
        contents.add(war -> war.addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
        return needing(Need.BEANS);
    }

    HostileApplication withRest() {
        return withBeans().needing(Need.REST);
    }

    HostileApplication with(Libraries changed) {
        libraries = changed;
        return this;
    }

    HostileApplication needing(Need... more) {
        needs.addAll(List.of(more));
        return this;
    }

    /**
     * Adds classes, each with the classes inside it. They are named and not used: what they extend is not on the class path of
     * the tests.
     *
     * @param names relative to the package of all hostile applications
     */
    HostileApplication classes(String... names) {
        for (String name : names) {
            contents.add(war -> addClass(war, PACKAGE + name));
        }
        return this;
    }

    HostileApplication webXml(String elements) {
        return webXml("", elements);
    }

    HostileApplication webXml(String attributes, String elements) {
        contents.add(war -> war.setWebXML(new StringAsset(WEB_XML.formatted(attributes, elements))));
        return this;
    }

    /** Adds a file at any place of the WAR. */
    HostileApplication file(String path, String text) {
        return content(war -> war.add(new StringAsset(text), path));
    }

    HostileApplication content(Consumer<WebArchive> more) {
        contents.add(more);
        return this;
    }

    /** Changes the file of settings. */
    HostileApplication setting(String key, String value) {
        settings = settings == null ? Settings.NONE.with(key, value) : settings.with(key, value);
        return this;
    }

    HostileApplication withoutSetting(String key) {
        settings = settings == null ? null : settings.without(key);
        return this;
    }

    HostileApplication withoutSettings() {
        settings = null;
        return this;
    }

    /** Declares that a secret is for callers with the role {@code read} alone. */
    HostileApplication guards(String path) {
        return guards("GET", path, Access.READ);
    }

    /** Declares who may have a secret by some methods, which are separated by a space. */
    HostileApplication guards(String methods, String path, Access access) {
        for (String method : methods.split(" ")) {
            questions.add(Question.guarded(method, path, access));
        }
        return this;
    }

    /**
     * Declares a method in lower case to be for no caller, since it is another one than the same in upper case. On a server that
     * makes it the same, the same callers may use it.
     */
    HostileApplication tellsFromUpperCase(String method, String path, Access ofUpperCase) {
        questions.add(
                HostileServer.current().tellsMethodsByCase()
                        ? Question.guarded(method, path, Access.NOBODY)
                        : Question.exactly(method, path, ofUpperCase));
        return this;
    }

    /**
     * Declares a resource of an interface to be for readers. On a server that makes no resource of it, it is for no caller.
     */
    HostileApplication guardsByInterface(String methods, String path) {
        for (String method : methods.split(" ")) {
            questions.add(
                    HostileServer.current().makesResourcesByInterface()
                            ? Question.guarded(method, path, Access.READ)
                            : Question.hidden(method, path, Access.NOBODY));
        }
        return this;
    }

    /** Declares paths that do not show the secret to callers without the role {@code read}, whatever the answers are. */
    HostileApplication hides(String methods, String... paths) {
        for (String method : methods.split(" ")) {
            for (String path : paths) {
                questions.add(Question.hidden(method, path, Access.READ));
            }
        }
        return this;
    }

    /** Asks in a way of its own, with the address of the application. */
    HostileApplication asks(Consumer<URL> question) {
        questions.add(question);
        return this;
    }

    /** The deployment ends, with one message that contains each of these texts. */
    HostileApplication ends(String... texts) {
        outcome = Outcome.ENDED;
        messages.add(MODULE);
        messages.addAll(List.of(texts));
        return this;
    }

    /** The deployment ends with such a message on servers where the secrets cannot be protected. */
    HostileApplication mayEnd(String... texts) {
        messages.add(MODULE);
        return mayEndByServer(texts);
    }

    /** The same, where the message may be the server's own. */
    HostileApplication mayEndByServer(String... texts) {
        outcome = Outcome.PROTECTED_OR_ENDED;
        messages.addAll(List.of(texts));
        return this;
    }

    /** The server's log has one message that contains each of these texts. */
    HostileApplication says(String... texts) {
        messages.add(MODULE);
        messages.addAll(List.of(texts));
        return this;
    }

    String id() {
        return id;
    }

    Set<Need> needs() {
        return needs;
    }

    List<Consumer<URL>> questions() {
        return questions;
    }

    List<String> messages() {
        return messages;
    }

    Outcome outcome() {
        return outcome;
    }

    WebArchive archive() {
        WebArchive war = libraries.war(id);
        if (settings != null) {
            war.addAsResource(settings.asProperties(), "META-INF/microprofile-config.properties");
        }
        addClass(war, PACKAGE + "Secret");
        contents.forEach(content -> content.accept(war));
        return war;
    }

    private static void addClass(WebArchive war, String name) {
        String path = name.replace('.', '/');
        String withNested = ".*/" + path + "(\\$.*)?\\.class";
        war.addPackages(false, Filters.include(withNested), name.substring(0, name.lastIndexOf('.')));
        if (!war.contains("WEB-INF/classes/" + path + ".class")) {
            throw new IllegalArgumentException("No class " + name);
        }
    }

    @Override
    public String toString() {
        return id + ": " + comment;
    }
}
