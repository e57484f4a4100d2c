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

/// The folders of rules and policies on the disk of this node. They are looked at again and again, because what systems
/// tell of changes by themselves comes late on some machines, and never from some network drives.
///
/// @param rules folder of `*.drl`
/// @param policies folder of `*.yaml`
public record WatchedFolder(Path rules, Path policies) {
    // Gone, or going just now: what is wrong is told by who reads it.
    private static final String UNREADABLE = "unreadable";

    /// All files as they are now.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when they cannot be read
    RuleSetFiles read() {
        return RuleSetFiles.read(rules, policies);
    }

    /// A warning for each file that is not read.
    List<Diagnostic> unread() {
        return RuleSetFiles.unread(rules, policies);
    }

    /// Size and time of every file that is read: when these are the same as before, nothing was saved meanwhile.
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
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return is.lastModifiedTime() + " " + is.size();
        } catch (IOException e) {
            return UNREADABLE;
        }
    }
}
