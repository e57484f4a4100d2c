package io.verigate.cli;

/// How a command writes its answer.
enum OutputFormat {
    /// For people.
    TEXT,
    /// For programs: one JSON document.
    JSON
}
