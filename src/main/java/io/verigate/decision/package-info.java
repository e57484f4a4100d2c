/// The vocabulary of a decision: what is assessed, the facts, the findings of rules, and how findings merge.
///
/// Pure Java: nothing here depends on a rule engine, a database or HTTP.
@NullMarked
package io.verigate.decision;

import org.jspecify.annotations.NullMarked;
