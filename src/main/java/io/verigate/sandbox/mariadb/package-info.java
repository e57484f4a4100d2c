@NullMarked
package io.verigate.sandbox.mariadb;

import org.jspecify.annotations.NullMarked;
