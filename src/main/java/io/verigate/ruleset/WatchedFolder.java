package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The folders of rules and policies on the disk of this node. They are looked at again and again, because what systems
/// tell of changes by themselves comes late on some machines, and never from some network drives.
///
/// @param rules folder of `*.drl`
/// @param policies folder of `*.yaml`
public record WatchedFolder(Path rules, Path policies) {
    /// All files as they are now.
    ///
    /// @throws io.verigate.policy.Faults when they cannot be read
    RuleSetFiles read() {
        return RuleSetFiles.read(rules, policies);
    }

    /// Size and time of every file: when these are the same as before, nothing was saved meanwhile.
    Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path folder : List.of(rules, policies)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, is.lastModifiedTime() + " " + is.size());
                }
            } catch (IOException e) {
                // Gone, or going just now: what is wrong is told by who reads it.
                stamps.put(folder, "unreadable");
            }
        }
        return stamps;
    }
}
