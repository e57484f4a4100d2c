/// The decision pipeline: resolve, count, gather facts, evaluate, merge, apply and record, in one durable transaction.
@NullMarked
package io.verigate.assessment;

import org.jspecify.annotations.NullMarked;
