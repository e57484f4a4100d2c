package io.verigate.rules.compile;

import java.util.Optional;

/// What an earlier start found out about a rule set, so that this one need not find it out again. A memory can always be
/// empty. Thread-safe.
///
/// What rules were compiled to is among it, so whoever could change it would have a foot inside the fence: it gives back
/// only what this same build of the service kept, unchanged, under the same name.
public interface CompilationCache {
    /// Remembers nothing.
    CompilationCache NOTHING =
            new CompilationCache() {
                @Override
                public Optional<byte[]> find(String name) {
                    return Optional.empty();
                }

                @Override
                public void keep(String name, byte[] content) {}
            };

    /// What was kept under a name; empty when nothing was, or not by this build, or it was changed since.
    ///
    /// @param name the digest of the files of a rule set, a dot, and what it is
    Optional<byte[]> find(String name);

    /// Keeps it if that is possible; says nothing when it is not.
    void keep(String name, byte[] content);
}
