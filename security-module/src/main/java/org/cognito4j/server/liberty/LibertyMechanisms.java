package org.cognito4j.server.liberty;

import static org.cognito4j.server.liberty.PrivateField.read;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;

/** Open Liberty's two memories of the mechanisms of applications. */
final class LibertyMechanisms {

    private static final String BY_MODULE = "com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils";
    private static final String BY_NAME = "com.ibm.ws.security.javaeesec.cdi.extensions.JavaEESecCDIExtension";

    private LibertyMechanisms() {}

    /** Its keys are weak, but its values lead to them, so that nothing ever goes. */
    static void forgetByModule(ClassLoader server, ClassLoader application) throws ReflectiveOperationException {
        Object memory =
                Class.forName(BY_MODULE, true, server).getMethod("getInstance").invoke(null);
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

    /** Keeps the last application of each name until the next one of that name. */
    static void forgetByName(ClassLoader server, ClassLoader application) throws ReflectiveOperationException {
        Field tracker = Class.forName(BY_NAME, true, server).getDeclaredField("httpAuthenticationMechanismsTracker");
        tracker.setAccessible(true);
        Map<?, ?> applications = (Map<?, ?>) read(tracker.get(null), "moduleMapsPerApplication");
        for (Object modules : applications.values()) {
            for (Object properties : ((Map<?, ?>) modules).values()) {
                Map<?, ?> mechanisms = (Map<?, ?>) read(properties, "authMechMap");
                mechanisms.keySet().removeIf(type -> ((Class<?>) type).getClassLoader() == application);
            }
        }
    }
}
