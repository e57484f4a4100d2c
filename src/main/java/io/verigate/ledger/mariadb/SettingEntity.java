package io.verigate.ledger.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A row of the table of settings.
@MappedEntity("setting")
record SettingEntity(@Id String name, String value, Instant changedAt) {}
