package io.verigate.delivery.smpp;

import java.time.ZoneId;

/// Everything that an SMPP sender has to know.
///
/// @param server where to connect
/// @param login who binds
/// @param source the published sender
/// @param pace how fast messages may leave
/// @param receiptZone the time zone that the operator writes receipts in
public record SmppSettings(
        SmppServer server, SmppLogin login, SmppSource source, SmppPace pace, ZoneId receiptZone) {}
