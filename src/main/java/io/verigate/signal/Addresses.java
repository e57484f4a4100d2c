package io.verigate.signal;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.util.function.Supplier;

/// Parses and normalises addresses, once, when they are received. Thread-safe.
///
/// Everything later (sending, encryption, fingerprints, counters) uses the normalised text only, so that two
/// spellings of one address are one address, and messages go to the address that was evaluated.
public final class Addresses {
    private final Supplier<Domains> own;

    /// @param own the operator's own domains, which may lack a dot
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
    public ParseResult<? extends Address> parse(Channel channel, String written) {
        if (!channel.receivesCodes()) {
            throw new IllegalArgumentException(
                    "channel `"
                            + channel.wireName()
                            + "` has no address; use one that receives codes");
        }
        return channel.isPhone() ? phone(written) : email(written);
    }

    /// A phone number in international form: `+`, then digits; spaces, dashes, dots and parentheses are removed.
    ///
    /// The result is in E.164 form without a national prefix (`+44 (0)7700 900123` is `+447700900123`). Its length
    /// is possible in its numbering plan; whether it is valid is a signal, not an error.
    public ParseResult<PhoneNumber> phone(String written) {
        return PhoneParser.parse(written);
    }

    /// An e-mail address, `name@domain`, with white space around it removed.
    ///
    /// The domain becomes ASCII in lower case (RFC 5891 form, as `java.net.IDN` makes it). The name becomes lower case
    /// too: RFC 5321 2.4 leaves its case to the receiving host, but hosts that distinguish `Ann` from `ann` are rare,
    /// while one mailbox with many spellings would evade every counter and block. The same text is
    /// evaluated and sent to, so that a code cannot reach an address that was not evaluated. Tags (`ann+news`) and dots
    /// are kept, because their meaning depends on the provider.
    public ParseResult<EmailAddress> email(String written) {
        return new EmailParser(own.get()).parse(written);
    }

    /// An IPv4 or IPv6 address from its literal; never resolves names.
    public ParseResult<IpAddress> ip(String written) {
        return IpParser.parse(written);
    }
}
