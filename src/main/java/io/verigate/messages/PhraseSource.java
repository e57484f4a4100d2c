package io.verigate.messages;

/// What codes mean, in the words of a language. Thread-safe.
public interface PhraseSource {
    /// The sentence for a reason, for the person; the code itself when there is no sentence for it.
    ///
    /// @param language BCP 47 tag; empty for the service's own
    String reason(String code, String language);

    /// What the person is advised to do; the code itself when nothing is written for it.
    ///
    /// @param language BCP 47 tag; empty for the service's own
    String advice(String code, String language);
}
