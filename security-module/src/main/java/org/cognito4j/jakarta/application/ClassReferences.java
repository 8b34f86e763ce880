package org.cognito4j.jakarta.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds out whether the code of a class names another class. */
public final class ClassReferences {

    private ClassReferences() {}

    /**
     * Returns whether a class file, or that of a superclass, has the name of another class among its constants.
     *
     * @param type the class; nothing is known of one that was made at run time
     * @param named the other class
     */
    public static boolean of(Class<?> type, Class<?> named) {
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            if (isNamedIn(one, named)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamedIn(Class<?> type, Class<?> named) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            // Constants are UTF-8, of which Latin-1 keeps every byte.
            return in != null
                    && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains(named.getName().replace('.', '/'));
        } catch (IOException e) {
            return false;
        }
    }
}
