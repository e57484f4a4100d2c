package io.verigate.rules.compile;

import java.util.Optional;

/// Cache for results about a rule set, such as its compiled classes. It may lose any entry. Thread-safe.
///
/// Compiled rules are security-sensitive, so an implementation must return only content that this build of the service
/// stored, unmodified and under the same name.
public interface CompilationCache {
    /// Stores nothing.
    CompilationCache NOTHING =
            new CompilationCache() {
                @Override
                public Optional<byte[]> find(String name) {
                    return Optional.empty();
                }

                @Override
                public void keep(String name, byte[] content) {}
            };

    /// The content stored under a name; empty when it is missing, modified, or from another build.
    ///
    /// @param name digest of the rule set files, a dot, and the kind of content
    Optional<byte[]> find(String name);

    /// Stores content if possible; a failure is silent.
    void keep(String name, byte[] content);
}
