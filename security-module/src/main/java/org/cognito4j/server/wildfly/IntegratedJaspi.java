package org.cognito4j.server.wildfly;

import io.undertow.server.HttpHandler;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * The flag of Elytron's handler of an application's requests. It is private and final, is read anew for each request, and
 * has no other way in once the server has made the handler.
 */
final class IntegratedJaspi {

    private static final String FIELD = "integratedJaspi";

    private IntegratedJaspi() {}

    /**
     * Turns the flag off, in the handler itself or in the one behind it: Elytron puts another of its own in front.
     *
     * @param first the handler that Elytron made, of whatever version
     * @param application the handler behind Elytron's, which is not looked into
     * @return whether there is such a flag
     */
    static boolean turnOff(HttpHandler first, HttpHandler application) {
        try {
            HttpHandler handler = first;
            while (handler != null && handler != application) {
                Field flag = field(handler, FIELD, boolean.class);
                if (flag != null) {
                    flag.setBoolean(handler, false);
                    return true;
                }
                Field next = field(handler, "next", HttpHandler.class);
                handler = next == null ? null : (HttpHandler) next.get(handler);
            }
            return false;
        } catch (IllegalAccessException | RuntimeException e) {
            return false;
        }
    }

    private static @Nullable Field field(HttpHandler handler, String name, Class<?> type) {
        for (Field field : handler.getClass().getDeclaredFields()) {
            if (field.getName().equals(name) && field.getType() == type) {
                field.setAccessible(true);
                return field;
            }
        }
        return null;
    }
}
