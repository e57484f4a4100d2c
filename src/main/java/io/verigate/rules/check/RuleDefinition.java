package io.verigate.rules.check;

import io.verigate.decision.Mode;

/// What is written about a rule.
///
/// @param id permanent, for example `HV-003`
/// @param name as it reads, may change
/// @param summary one sentence for the analyst
/// @param reason code of the reason that people are told
/// @param owner who answers for it
/// @param source the behaviours that it serves, for example `S02`
/// @param since when it was written
/// @param mode whether it counts
/// @param file where it stands
/// @param line where it begins, from 1
public record RuleDefinition(
        String id,
        String name,
        String summary,
        String reason,
        String owner,
        String source,
        String since,
        Mode mode,
        String file,
        int line) {}
