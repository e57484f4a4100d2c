/// How long things are kept, and how what is held of one account is handed out and erased.
@NullMarked
package io.verigate.retention;

import org.jspecify.annotations.NullMarked;
