package org.cognito4j.jakarta;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Open Liberty's memory of the mechanism of each application. Its keys are weak, but its values lead to them, so that an
 * application that is gone would stay with all its classes. The memory is a private field: a later Liberty without it is
 * left alone.
 */
final class LibertyMemory {

    private static final Logger LOG = System.getLogger("org.cognito4j");
    private static final String OWNER = "com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils";

    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /** A class of the server, which may know where the memory is. */
    void found(Class<?> ofServer) {
        loaders.add(ofServer.getClassLoader());
    }

    boolean isThere() {
        return !loaders.isEmpty();
    }

    /** Ends what the server remembers of an application. */
    void forget(ClassLoader application) {
        for (ClassLoader loader : loaders) {
            try {
                forget(Class.forName(OWNER, true, loader), application);
                return;
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.DEBUG, "Open Liberty may keep this application: {0}", e.toString());
            }
        }
    }

    private static void forget(Class<?> owner, ClassLoader application) throws ReflectiveOperationException {
        Object memory = owner.getMethod("getInstance").invoke(null);
        Map<?, ?> mechanisms = (Map<?, ?>) read(memory, "ModuleToHam");
        synchronized (mechanisms) {
            for (Object remembered : Set.copyOf(mechanisms.values())) {
                Object mechanism = read(remembered, "ham");
                if (mechanism != null && mechanism.getClass().getClassLoader() == application) {
                    mechanisms.values().remove(remembered);
                }
            }
        }
    }

    private static Object read(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
