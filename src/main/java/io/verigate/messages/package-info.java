/// Texts for people: messages, advice and reasons in every language, and their length in SMS segments.
@NullMarked
package io.verigate.messages;

import org.jspecify.annotations.NullMarked;
