/// Opens the database, embedded or external, and migrates its schema before anything reads it.
@NullMarked
package io.verigate.database;

import org.jspecify.annotations.NullMarked;
