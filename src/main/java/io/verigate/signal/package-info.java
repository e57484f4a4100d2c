/// What an address, a phone number or a network tells, before any rule sees it.
///
/// Text from outside becomes typed values here, and typed values become facts. Nothing here asks the network,
/// keeps state or throws at what a person wrote; no fault text and no `toString` repeats an address.
@NullMarked
package io.verigate.signal;

import org.jspecify.annotations.NullMarked;
