package io.verigate.decision;

/// What kind of line a phone number belongs to (ITU-T E.164 numbering plans).
public enum LineType implements WireEnum {
    /// Not a phone number, or not known.
    UNKNOWN,
    /// A mobile phone.
    MOBILE,
    /// A fixed line.
    FIXED_LINE,
    /// Fixed or mobile: the plan of the region does not tell them apart.
    FIXED_LINE_OR_MOBILE,
    /// A number on the internet, easily had in bulk.
    VOIP,
    /// Calls cost more, or pay the one who is called.
    PREMIUM_RATE,
    /// The one who is called pays.
    TOLL_FREE,
    /// Cost is shared between both ends.
    SHARED_COST,
    /// A personal number that is routed elsewhere.
    PERSONAL_NUMBER,
    /// A pager.
    PAGER,
    /// A company number, routed inside the company.
    UAN,
    /// A number that only reaches a voice mailbox.
    VOICEMAIL;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
