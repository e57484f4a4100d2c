package io.verigate.signal;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.util.function.Supplier;

/// Turns written addresses into normalised ones, once, on the way in. Thread-safe.
///
/// Everything later (sending, sealing, fingerprints, counters) uses the normalised text only, so that two
/// spellings of one address are one address, and what was judged is what is sent to.
public final class Addresses {
    private final Supplier<Domains> own;

    /// @param own the operator's own domains; one of them may do without a dot
    public Addresses(Domains own) {
        this(() -> own);
    }

    /// @param own the operator's own domains, which may change
    public Addresses(Supplier<Domains> own) {
        this.own = own;
    }

    /// An address for a channel that receives codes.
    ///
    /// @throws IllegalArgumentException when the channel receives no codes
    public Parsed<? extends Address> parse(Channel channel, String written) {
        if (!channel.receivesCodes()) {
            throw new IllegalArgumentException(
                    "channel `"
                            + channel.wireName()
                            + "` has no address: use one that receives codes");
        }
        return channel.isPhone() ? phone(written) : email(written);
    }

    /// A phone number in international form: `+`, then digits; spaces, dashes, dots and parentheses are removed.
    ///
    /// The result is in E.164 form without a national prefix (`+44 (0)7700 900123` is `+447700900123`). Its length
    /// is possible in its numbering plan; whether it can exist is a signal, not a fault.
    public Parsed<PhoneNumber> phone(String written) {
        return PhoneParser.parse(written);
    }

    /// An e-mail address, `name@domain`, with white space around it removed.
    ///
    /// The domain becomes ASCII in lower case (RFC 5891 form, as `java.net.IDN` makes it). The name becomes lower case
    /// too: RFC 5321 2.4 leaves its case to the receiving host, but hosts that tell `Ann` from `ann` are all but gone,
    /// while one mailbox with many spellings would pass every counter and block once per spelling. The same text is
    /// judged and sent to, so folding can never send a code to somebody who was not judged. Tags (`ann+news`) and dots
    /// are kept: what they mean differs from provider to provider.
    public Parsed<EmailAddress> email(String written) {
        return new EmailParser(own.get()).parse(written);
    }

    /// An IPv4 or IPv6 address from its literal; no name is ever looked up.
    public Parsed<IpAddress> ip(String written) {
        return IpParser.parse(written);
    }
}
