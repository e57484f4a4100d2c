package io.verigate.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of a rule set on disk.
public final class SourceFolder {
    // Pages, schemas for editors, and hidden files.
    private static final Pattern KNOWN =
            Pattern.compile("README\\.md|[a-z-]{1,64}\\.schema\\.json|\\..*");

    private final Path folder;
    private final String prefix;
    private final String ending;

    private SourceFolder(Path folder, String prefix, String ending) {
        this.folder = folder;
        this.prefix = prefix;
        this.ending = ending;
    }

    /// The folder of `*.drl`.
    public static SourceFolder rules(Path folder) {
        return new SourceFolder(folder, "rules/", ".drl");
    }

    /// The folder of `*.yaml`.
    public static SourceFolder policies(Path folder) {
        return new SourceFolder(folder, "policies/", ".yaml");
    }

    /// The files of the rule set.
    ///
    /// @throws IOException when the folder cannot be listed
    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(this::isRead).sorted().toList();
        }
    }

    /// A warning for each unexpected file that is not read, because its author may think that it has an effect.
    public List<Diagnostic> unread() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !isRead(file) && !KNOWN.matcher(name(file)).matches())
                    .sorted()
                    .map(file ->
                            Diagnostic.warning(prefix + name(file), 0, 0, "not-read", why(file)))
                    .toList();
        } catch (IOException e) {
            return List.of(); // told by who reads it
        }
    }

    /// The text of the files, by name with folder.
    ///
    /// @throws Faults when the folder or a file cannot be read
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        List<Diagnostic> faults = new ArrayList<>();
        try {
            for (Path file : files()) {
                String name = prefix + name(file);
                try {
                    texts.put(name, text(name, file));
                } catch (AccessDeniedException e) {
                    faults.add(
                            new Diagnostic(
                                    name, 0, 0, "the file is not readable: check its permissions"));
                }
            }
        } catch (IOException e) {
            throw new InvalidRuleSetException(
                    List.of(new Diagnostic(folder.toString(), 0, 0, unreadable(e))));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        return texts;
    }

    /// Links must stay in the folder (as in Kubernetes volumes), because faults quote lines of a file, which must never expose
    /// a secret elsewhere.
    private String text(String name, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw SourceText.fault(
                    name, "the file is a link to outside of the folder: put the file itself here");
        }
        try (InputStream bytes = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            return SourceText.of(name, bytes.readNBytes(SourceText.LARGEST_SET + 1));
        }
    }

    private boolean isRead(Path file) {
        return name(file).endsWith(ending)
                && !name(file).startsWith(".")
                && Files.isRegularFile(file);
    }

    private String why(Path file) {
        if (Files.isDirectory(file)) {
            return "subfolders are not read: move the files up, or remove the folder";
        }
        return name(file).endsWith(ending)
                ? "not a regular file, or a broken link, so it is not read: save it again, or remove it"
                : "the file is not read because its name does not end in `%s`: rename or remove it"
                        .formatted(ending);
    }

    private static String unreadable(IOException e) {
        return e instanceof AccessDeniedException
                ? "the folder is not readable: check its permissions"
                : "the folder cannot be read: check that it exists";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
