/// How access stands in MariaDB.
@NullMarked
package io.verigate.access.mariadb;

import org.jspecify.annotations.NullMarked;
