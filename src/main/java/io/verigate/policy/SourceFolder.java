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

/// One folder of a rule set on a disk: which of its files are read, and what only lies there.
public final class SourceFolder {
    // Pages, what editors check with, and what editors and file systems keep for themselves.
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

    /// The files that are read.
    ///
    /// @throws IOException when the folder cannot be listed
    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(this::isRead).sorted().toList();
        }
    }

    /// A warning for each file that is not read and is not known to lie here: whoever saved it may think that it counts.
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

    /// The text of the files, by name with the folder before it.
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
                                    name, 0, 0, "the service may not read the file: allow it to"));
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

    /// A link may lead to another name in the folder, as in volumes of Kubernetes, and nowhere else: faults show lines of
    /// what they are about, and that shall never be a key.
    private String text(String name, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw SourceText.fault(
                    name,
                    "the file is a link that leads out of the folder: put the file itself here");
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
            return "what lies in this folder is not read: move its files up, or remove it";
        }
        return name(file).endsWith(ending)
                ? "this is no file, or a link to nothing, and is not read: save it again, or remove it"
                : "the file is not read, for its name does not end in `%s`: rename or remove it"
                        .formatted(ending);
    }

    private static String unreadable(IOException e) {
        return e instanceof AccessDeniedException
                ? "the service may not read the folder: allow it to"
                : "the folder cannot be read: check that it is there";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
