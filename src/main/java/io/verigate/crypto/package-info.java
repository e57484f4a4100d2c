/// Keeps personal data unreadable at rest: sealing, and fingerprints to look things up by.
@NullMarked
package io.verigate.crypto;

import org.jspecify.annotations.NullMarked;
