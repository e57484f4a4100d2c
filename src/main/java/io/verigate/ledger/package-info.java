/// Durable, atomic transactions over everything that a decision reads and writes. Transactions on the same subject are
/// serialised over all nodes.
@NullMarked
package io.verigate.ledger;

import org.jspecify.annotations.NullMarked;
