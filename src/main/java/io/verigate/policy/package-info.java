/// `policies/` as typed values, counters, ladders, scores, tables and lists. Pure Java.
@NullMarked
package io.verigate.policy;

import org.jspecify.annotations.NullMarked;
