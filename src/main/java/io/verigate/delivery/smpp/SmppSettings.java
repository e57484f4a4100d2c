package io.verigate.delivery.smpp;

import java.time.ZoneId;

/// The settings of an SMPP sender.
///
/// @param server where to connect
/// @param login of the bind
/// @param source the published sender
/// @param pace rate limits
/// @param receiptZone the time zone of receipts
public record SmppSettings(
        SmppServer server, SmppLogin login, SmppSource source, SmppPace pace, ZoneId receiptZone) {}
