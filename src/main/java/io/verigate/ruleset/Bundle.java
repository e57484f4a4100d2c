package io.verigate.ruleset;

import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;

/// The files of a rule set as they are kept: one ZIP archive. The same files give the same bytes.
public final class Bundle {
    private Bundle() {}

    /// Packs all files.
    public static byte[] pack(RuleSetFiles files) {
        return RuleSetBundle.write(files);
    }

    /// Unpacks what was packed; nothing is written to a disk.
    ///
    /// @throws io.verigate.policy.Faults when it is no such archive, or holds what is not of a rule set
    public static RuleSetFiles unpack(byte[] archive) {
        return RuleSetBundle.read(archive);
    }
}
