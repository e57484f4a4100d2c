/// Sends e-mail over SMTP (RFC 5321), with one published sender.
@NullMarked
package io.verigate.delivery.smtp;

import org.jspecify.annotations.NullMarked;
