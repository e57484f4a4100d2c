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

/// What a start with a database loads and a start without one does not get to: the driver, the pool, and our own stores,
/// but not what brings a schema up to date, which hardly any start does. A class that is loaded during the rehearsal is
/// in the cache, whether it has run or not.
final class DatabaseClasses {
    private static final String ENDING = ".class";
    private static final List<String> ONE_OF_EACH_JAR =
            List.of(
                    Driver.class.getName(),
                    HikariDataSource.class.getName(),
                    GroupCommit.class.getName());

    private DatabaseClasses() {}

    /// Loads them from the jars that they are in; there is nothing to load where they are in folders.
    static void load() throws IOException {
        ClassLoader loader = DatabaseClasses.class.getClassLoader();
        for (String one : ONE_OF_EACH_JAR) {
            URL place =
                    Objects.requireNonNull(loader.getResource(one.replace('.', '/') + ENDING), one);
            if (place.openConnection() instanceof JarURLConnection connection) {
                try (JarFile jar = connection.getJarFile()) {
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(DatabaseClasses::isWanted)
                            .forEach(name -> load(name, loader));
                }
            }
        }
    }

    /// Of our own, the stores only.
    private static boolean isWanted(String name) {
        return name.endsWith(ENDING)
                && !name.startsWith("META-INF/")
                && (!name.startsWith("io/verigate/") || name.contains("/mariadb/"));
    }

    private static void load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ENDING.length()).replace('/', '.');
        try {
            Class<?> loaded = Class.forName(name, false, loader);
            Objects.requireNonNull(loaded);
        } catch (ClassNotFoundException | LinkageError e) {
            // For something optional that is not on the class path; a start does not need it
            // either.
        }
    }
}
