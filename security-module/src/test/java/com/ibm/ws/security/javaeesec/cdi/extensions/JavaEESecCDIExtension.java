package com.ibm.ws.security.javaeesec.cdi.extensions;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Stands in for Open Liberty's class of this name: the same fields, as far as the module knows them. */
public final class JavaEESecCDIExtension {

    private static final Tracker httpAuthenticationMechanismsTracker = new Tracker();

    private JavaEESecCDIExtension() {}

    public static void remember(String application, Class<?> mechanism) {
        ModuleProperties module = new ModuleProperties();
        module.authMechMap.put(mechanism, new Properties());
        httpAuthenticationMechanismsTracker.moduleMapsPerApplication.put(application, Map.of("a.war", module));
    }

    public static boolean remembers(String application, Class<?> mechanism) {
        return httpAuthenticationMechanismsTracker.moduleMapsPerApplication.get(application).values().stream()
                .anyMatch(module -> module.authMechMap.containsKey(mechanism));
    }

    private static final class Tracker {

        private final Map<String, Map<String, ModuleProperties>> moduleMapsPerApplication = new HashMap<>();
    }

    private static final class ModuleProperties {

        private final Map<Class<?>, Properties> authMechMap = new HashMap<>();
    }
}
