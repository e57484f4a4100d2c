/// What happened how often, and what is blocked: counters and blocks.
@NullMarked
package io.verigate.activity;

import org.jspecify.annotations.NullMarked;
