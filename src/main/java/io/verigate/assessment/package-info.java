/// The use case: gather facts, evaluate, record, apply, in one durable step.
@NullMarked
package io.verigate.assessment;

import org.jspecify.annotations.NullMarked;
