/// Retention periods, and the export and erasure of the data of an account.
@NullMarked
package io.verigate.retention;

import org.jspecify.annotations.NullMarked;
