/// Signals of addresses, phone numbers and networks.
///
/// Parses input into typed values, and derives facts from them. Nothing here uses the network,
/// keeps state or throws on invalid input; no error text and no `toString` repeats an address.
@NullMarked
package io.verigate.signal;

import org.jspecify.annotations.NullMarked;
