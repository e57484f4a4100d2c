package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentContext.DerivedSignals;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.policy.Policies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Resolves the requested method of an interaction and the other methods of its account to an address, its signals and
/// its subjects. Derives each address once, if possible in the thread of the request. Used by one transaction.
final class MethodResolver {
    private final AssessmentContext context;
    private final Policies policies;
    private final Interaction interaction;
    private final Map<Optional<Address>, DerivedSignals> requested = new HashMap<>();
    private final Map<Optional<Address>, DerivedSignals> others = new HashMap<>();

    /// @param policies of the rule set that decides
    MethodResolver(AssessmentContext context, Policies policies, Interaction interaction) {
        this.context = context;
        this.policies = policies;
        this.interaction = interaction;
    }

    /// The subjects that are known before the account is read.
    Subjects namedSubjects() {
        return derive(interaction.method().named().map(Method.Named::address)).subjects();
    }

    /// The requested method; empty when it is security info that the account does not have.
    Optional<ResolvedMethod> resolve(Optional<Account> account) {
        return switch (interaction.method()) {
            case Method.None none ->
                    Optional.of(resolved(null, null, null, derive(Optional.empty())));
            case Method.Named named ->
                    Optional.of(
                            resolved(
                                    named.channel(),
                                    named.address(),
                                    account.flatMap(known -> known.infoAt(named.address()))
                                            .orElse(null),
                                    derive(Optional.of(named.address()))));
            case Method.Enrolled enrolled ->
                    account.flatMap(known -> known.info(enrolled.securityInfo()))
                            .filter(info -> info.state() != InfoState.REMOVED)
                            .map(info ->
                                    resolved(
                                            info.channel(),
                                            info.address(),
                                            info,
                                            derive(info.destination())));
        };
    }

    /// The methods that are not requested.
    List<ResolvedMethod> others(List<SecurityInfo> infos) {
        return infos.stream()
                .filter(info -> !isRequested(info))
                .map(info ->
                        resolved(
                                info.channel(),
                                info.address(),
                                info,
                                deriveOther(info.destination())))
                .toList();
    }

    /// The same method with signals by the lists of other policies, and the same subjects.
    ResolvedMethod under(Policies other, ResolvedMethod method) {
        return new ResolvedMethod(
                method.channel(),
                method.address(),
                method.info(),
                context.derive(other, interaction, method.address()).signals(),
                method.subjects());
    }

    private static ResolvedMethod resolved(
            @Nullable Channel channel,
            @Nullable Address address,
            @Nullable SecurityInfo info,
            DerivedSignals derived) {
        return new ResolvedMethod(channel, address, info, derived.signals(), derived.subjects());
    }

    private DerivedSignals derive(Optional<Address> address) {
        return requested.computeIfAbsent(
                address, key -> context.derive(policies, interaction, key.orElse(null)));
    }

    /// The caller's signals describe the requested address, not the others.
    private DerivedSignals deriveOther(Optional<Address> address) {
        return others.computeIfAbsent(
                address,
                key ->
                        context.derive(
                                policies,
                                interaction.with(interaction.signals().ofSource()),
                                key.orElse(null)));
    }

    private boolean isRequested(SecurityInfo info) {
        return switch (interaction.method()) {
            case Method.None none -> false;
            case Method.Named named -> named.address().equals(info.address());
            case Method.Enrolled enrolled -> enrolled.securityInfo().equals(info.id());
        };
    }
}
