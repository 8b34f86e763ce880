package com.ibm.ws.security.javaeesec.properties;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Stands in for Open Liberty's class of this name: the same fields, as far as the module knows them. */
public final class ModulePropertiesUtils {

    private static final ModulePropertiesUtils SELF = new ModulePropertiesUtils();

    private final Map<Object, HamObject> ModuleToHam = Collections.synchronizedMap(new WeakHashMap<>());

    public static ModulePropertiesUtils getInstance() {
        return SELF;
    }

    public void remember(Object module, Object mechanism) {
        ModuleToHam.put(module, new HamObject(mechanism));
    }

    public boolean remembers(Object module) {
        return ModuleToHam.containsKey(module);
    }

    private static final class HamObject {

        @SuppressWarnings("unused") // read by its name
        private final Object ham;

        HamObject(Object ham) {
            this.ham = ham;
        }
    }
}
