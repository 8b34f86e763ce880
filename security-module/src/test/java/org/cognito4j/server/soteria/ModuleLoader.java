package org.cognito4j.server.soteria;

import java.io.IOException;
import java.io.InputStream;

/** Has this package itself, as an application does, and all else from its parent, which is the server. */
final class ModuleLoader extends ClassLoader {

    ModuleLoader() {
        super(ModuleLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean isOwn = name.startsWith(ModuleLoader.class.getPackageName()) && findLoadedClass(name) == null;
        return isOwn ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
