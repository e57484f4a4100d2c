package io.verigate.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.verigate.ledger.mariadb.GroupCommit;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.mariadb.jdbc.Driver;

/// Loads the classes that only a start with a database loads: the driver, the connection pool and our repositories. Being
/// loaded during the rehearsal puts them into the AOT cache. Schema migration is left out, because few starts need it.
final class DatabaseClasses {
    private static final String EXTENSION = ".class";
    private static final List<Class<?>> ONE_OF_EACH_JAR =
            List.of(Driver.class, HikariDataSource.class, GroupCommit.class);

    private DatabaseClasses() {}

    /// Loads them from their jars; does nothing for classes in folders.
    static void load() throws IOException {
        ClassLoader loader = DatabaseClasses.class.getClassLoader();
        for (Class<?> type : ONE_OF_EACH_JAR) {
            String name = type.getName().replace('.', '/') + EXTENSION;
            URL url = Objects.requireNonNull(loader.getResource(name), name);
            if (url.openConnection() instanceof JarURLConnection connection) {
                try (JarFile jar = connection.getJarFile()) {
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(DatabaseClasses::isNeeded)
                            .forEach(file -> load(file, loader));
                }
            }
        }
    }

    /// Of our own classes, only the repositories.
    private static boolean isNeeded(String name) {
        return name.endsWith(EXTENSION)
                && !name.startsWith("META-INF/")
                && (!name.startsWith("io/verigate/") || name.contains("/mariadb/"));
    }

    private static void load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - EXTENSION.length()).replace('/', '.');
        try {
            Class<?> loaded = Class.forName(name, false, loader);
            Objects.requireNonNull(loaded);
        } catch (ClassNotFoundException | LinkageError e) {
            // It needs an optional library that is not on the class path; a start does not need it.
        }
    }
}
