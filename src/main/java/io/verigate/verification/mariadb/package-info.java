@NullMarked
package io.verigate.verification.mariadb;

import org.jspecify.annotations.NullMarked;
