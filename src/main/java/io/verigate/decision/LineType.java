package io.verigate.decision;

/// Line type of a phone number (ITU-T E.164 numbering plans).
public enum LineType implements WireEnum {
    /// Not a phone number, or not known.
    UNKNOWN,
    /// A mobile phone.
    MOBILE,
    /// A fixed line.
    FIXED_LINE,
    /// Fixed or mobile: the numbering plan of the region does not distinguish them.
    FIXED_LINE_OR_MOBILE,
    /// VoIP, which is easy to obtain in bulk.
    VOIP,
    /// Premium rate: the called party earns from the call.
    PREMIUM_RATE,
    /// The called party pays.
    TOLL_FREE,
    /// Caller and called party share the cost.
    SHARED_COST,
    /// A personal number that is routed elsewhere.
    PERSONAL_NUMBER,
    /// A pager.
    PAGER,
    /// A company number, routed inside the company.
    UAN,
    /// A voice mailbox.
    VOICEMAIL
}
