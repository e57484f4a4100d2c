/// The sandbox for integrators: a clock that can be advanced, and an inbox of messages that are not sent.
@NullMarked
package io.verigate.sandbox;

import org.jspecify.annotations.NullMarked;
