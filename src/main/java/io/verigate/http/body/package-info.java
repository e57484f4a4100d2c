/// Reads what callers send: strictly, field by field, and with all faults told at once.
@NullMarked
package io.verigate.http.body;

import org.jspecify.annotations.NullMarked;
