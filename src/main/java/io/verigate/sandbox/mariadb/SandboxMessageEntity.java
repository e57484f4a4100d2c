package io.verigate.sandbox.mariadb;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message of the sandbox as a row; what holds an address or a code is sealed.
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("sandbox_message")
record SandboxMessageEntity(
        @Id @GeneratedValue @Nullable Long id,
        String message,
        String channel,
        byte[] recipient,
        byte[] address,
        byte[] text,
        byte[] code,
        Instant sentAt) {}
