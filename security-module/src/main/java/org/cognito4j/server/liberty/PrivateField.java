package org.cognito4j.server.liberty;

import java.lang.reflect.Field;

/** Reads private fields of Open Liberty's classes. */
final class PrivateField {

    private PrivateField() {}

    static Object read(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
