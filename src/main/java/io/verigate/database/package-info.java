/// Opens the database, embedded or given, and brings its schema up to date before anything reads it.
@NullMarked
package io.verigate.database;

import org.jspecify.annotations.NullMarked;
