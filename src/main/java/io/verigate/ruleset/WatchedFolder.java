package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.RuleSetFiles;
import io.verigate.policy.SourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The folders of rules and policies on the disk of this node. They are polled, because file events
/// arrive late on some systems, and never from some network drives.
///
/// @param rules folder of `*.drl`
/// @param policies folder of `*.yaml`
public record WatchedFolder(Path rules, Path policies) {
    // It was deleted; reading it reports the error.
    private static final String UNREADABLE = "unreadable";

    /// Reads all files.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when they cannot be read
    RuleSetFiles read() {
        return RuleSetFiles.read(rules, policies);
    }

    /// A warning for each file that is ignored.
    List<Diagnostic> unread() {
        return RuleSetFiles.unread(rules, policies);
    }

    /// Size and modification time of every file that is read, to detect changes.
    Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        stamp(rules, SourceFolder.rules(rules), stamps);
        stamp(policies, SourceFolder.policies(policies), stamps);
        return stamps;
    }

    private static void stamp(Path folder, SourceFolder source, Map<Path, String> stamps) {
        try {
            source.files().forEach(file -> stamps.put(file, stamp(file)));
        } catch (IOException e) {
            stamps.put(folder, UNREADABLE);
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException e) {
            return UNREADABLE;
        }
    }
}
