package io.verigate.rules.check;

import io.verigate.decision.Mode;

/// The metadata of a rule.
///
/// @param id permanent, for example `HV-003`
/// @param name for people; may change
/// @param summary one sentence for the analyst
/// @param reason code of the reason shown to people
/// @param owner team that is responsible for it
/// @param requirement ids of the requirements that it implements, separated by spaces, for example `S02 S14`
/// @param since date when it was written
/// @param mode enforced or shadow
/// @param file that defines it
/// @param line of its name, from 1
public record RuleDefinition(
        String id,
        String name,
        String summary,
        String reason,
        String owner,
        String requirement,
        String since,
        Mode mode,
        String file,
        int line) {}
