/// One durable transaction over everything that a decision reads and writes: whole or not at all, one after the other
/// for all who touch the same subject, on every node.
@NullMarked
package io.verigate.ledger;

import org.jspecify.annotations.NullMarked;
