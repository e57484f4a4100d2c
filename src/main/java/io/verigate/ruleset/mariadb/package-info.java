/// How versions of rule sets stand in MariaDB.
@NullMarked
package io.verigate.ruleset.mariadb;

import org.jspecify.annotations.NullMarked;
