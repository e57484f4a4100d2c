/// The words that people read: messages, advice and reasons in every language, and how much room they take.
@NullMarked
package io.verigate.messages;

import org.jspecify.annotations.NullMarked;
