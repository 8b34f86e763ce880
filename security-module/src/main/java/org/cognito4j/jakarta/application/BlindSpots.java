package org.cognito4j.jakarta.application;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Finds what in an application may decide by scopes or roles out of the module's sight: code that reads the scopes of tokens or asks
 * {@code isCallerInRole}, and enterprise beans, whose roles the server checks. Reads class files; loads none.
 */
public final class BlindSpots {

    private static final int MOST = 10;
    private static final String TOKEN = "org.cognito4j.AccessToken";
    private static final List<String> READING =
            List.of("scopes(", "hasScope(", "claims(", "claimTexts(", "claimHolds(");
    private static final String ROLE_QUESTION = "isCallerInRole(";
    private static final String CREDENTIAL = "org.cognito4j.jakarta.security.CognitoCredential";
    private static final String CONDITION = "Lorg/cognito4j/jakarta/access/RequiresClaim;";

    /** The text as a constant: its kind, its length in two bytes, and its characters. */
    private static final String SCOPE = "\1\0\5scope";

    private static final List<String> WORTH_READING =
            List.of("org/cognito4j/", "isCallerInRole", "Ljakarta/ejb/S", "Ljakarta/ejb/M");
    private static final List<String> BEANS = List.of(
            "jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");

    private final Set<String> found = new TreeSet<>();
    private boolean isRead;

    private BlindSpots() {}

    /**
     * Looks through a deployed application.
     *
     * @return sentences without a full stop, at most ten; empty if everything that asks for scopes or roles is observed
     */
    public static List<String> of(ServletContext application) {
        BlindSpots spots = new BlindSpots();
        try {
            spots.find(DeployedFiles.of(application));
        } catch (RuntimeException e) {
            spots.isRead = false;
        }
        if (!spots.isRead) {
            spots.found.add("the classes of the application cannot be read");
        }
        if (isInEar()) {
            spots.found.add("the application is one of several modules, whose enterprise beans are not seen");
        }
        return spots.found.stream().limit(MOST).toList();
    }

    private void find(DeployedFiles files) {
        if (files.below("/WEB-INF/").contains("/WEB-INF/ejb-jar.xml")) {
            found.add("ejb-jar.xml may name roles, which the server checks");
        }
        ClassFiles.visit(files, this::visit, (path, failure) -> found.add(path + " cannot be read"));
    }

    private void visit(InputStream content, boolean isOfLibrary) throws IOException {
        byte[] bytes = content.readAllBytes();
        isRead = true;
        String constants = new String(bytes, StandardCharsets.ISO_8859_1); // keeps every byte of their UTF-8
        if (WORTH_READING.stream().noneMatch(constants::contains)) {
            return;
        }
        ClassFile type = ClassFile.read(new ByteArrayInputStream(bytes));
        if (isOfLibrary && type.name().startsWith("org.cognito4j.")) {
            return; // this module
        }
        MethodCalls calls = MethodCalls.in(new ByteArrayInputStream(bytes));
        if (calls.classes().contains(CREDENTIAL)) {
            found.add(type.name() + " authenticates callers, whose calls are not counted");
        }
        if (calls.calls().stream().anyMatch(call -> isRead(call))) {
            found.add(type.name() + " reads the scopes of tokens");
        }
        if (calls.calls().stream().anyMatch(call -> call.called().startsWith(ROLE_QUESTION))) {
            found.add(type.name() + " asks isCallerInRole");
        }
        if (constants.contains(CONDITION) && constants.contains(SCOPE)) {
            found.add(type.name() + " requires values of the claim scope");
        }
        if (BEANS.stream().anyMatch(type.annotations()::containsKey)) {
            found.add(type.name() + " is an enterprise bean, whose roles the server checks");
        }
    }

    private static boolean isRead(MethodCalls.Call call) {
        return call.owner().equals(TOKEN) && READING.stream().anyMatch(call.called()::startsWith);
    }

    /** In a WAR by itself both names are the same (Jakarta EE 10, section EE.8.1.3). Servers without enterprise beans have none. */
    private static boolean isInEar() {
        try {
            InitialContext names = new InitialContext();
            return !names.lookup("java:app/AppName").equals(names.lookup("java:module/ModuleName"));
        } catch (NamingException | RuntimeException | LinkageError e) {
            return false;
        }
    }
}
