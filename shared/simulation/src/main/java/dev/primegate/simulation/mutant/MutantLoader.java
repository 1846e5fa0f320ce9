package dev.primegate.simulation.mutant;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads all of the product anew, so that what is not edited meets what is. */
final class MutantLoader extends ClassLoader {
    private final Map<String, byte[]> edited;

    MutantLoader(Map<String, byte[]> edited) {
        super(MutantLoader.class.getClassLoader());
        this.edited = edited;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.primegate.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = edited.getOrDefault(name, original(name));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream file =
                getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
