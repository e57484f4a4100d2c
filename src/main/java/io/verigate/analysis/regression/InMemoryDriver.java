package io.verigate.analysis.regression;

import io.verigate.access.Role;
import io.verigate.account.ClearRequest.Person;
import io.verigate.account.ImpossibleChange;
import io.verigate.account.SecurityInfo;
import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Address;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.journal.JournalFilter;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import io.verigate.securityinfo.ClearSecurityInfo.ClearResult;
import io.verigate.securityinfo.EnrolSecurityInfo.EnrolmentResult;
import io.verigate.securityinfo.RemoveSecurityInfo.RemovalResult;
import io.verigate.verification.CheckCode.CheckCodeResult;
import io.verigate.verification.SendCode.SendCodeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Plays timelines on the service in memory.
final class InMemoryDriver implements TimelineDriver {
    private final InMemoryService service;
    private final Map<String, String> clearRequests = new HashMap<>();

    InMemoryDriver(InMemoryService service) {
        this.service = service;
    }

    @Override
    public void at(Instant time) {
        service.moveTo(time);
    }

    @Override
    public Optional<StepResult> perform(TimelineAction action) {
        try {
            return performed(action);
        } catch (ImpossibleChange e) {
            return Optional.of(StepResult.problem("conflict"));
        } catch (UnknownSecurityInfo e) {
            return Optional.of(StepResult.problem("not-found"));
        }
    }

    private Optional<StepResult> performed(TimelineAction action) {
        return switch (action) {
            case TimelineAction.Ask(Interaction interaction)
                    when interaction.kind() == InteractionKind.SEND_CODE ->
                    Optional.of(send(interaction));
            case TimelineAction.Ask(Interaction interaction) ->
                    decided(service.decide(interaction));
            case TimelineAction.Enrol enrol -> Optional.of(enrol(enrol));
            case TimelineAction.Remove remove -> Optional.of(remove(remove));
            case TimelineAction.Clear clear -> Optional.of(clear(clear));
            case TimelineAction.Check(Interaction interaction, boolean right) ->
                    Optional.of(checked(service.check(interaction, right)));
            case TimelineAction.Skip(Interaction interaction) ->
                    decided(service.skipPrompt(interaction));
            case TimelineAction.Look(JournalFilter filter, Duration within) ->
                    Optional.of(StepResult.found(service.log(filter, service.now().minus(within))));
            case TimelineAction.Observe(Interaction interaction) ->
                    decided(service.report(now(interaction)));
            case TimelineAction.Receipt receipt -> {
                service.receive(
                        receipt.account(), receipt.address(), receipt.status(), receipt.error());
                yield Optional.empty();
            }
            case TimelineAction.Unrequested(String account, Optional<Address> address) ->
                    service.reportUnrequested(account, address).flatMap(InMemoryDriver::decided);
            case TimelineAction.As(Role role, TimelineAction own) ->
                    role.grants().contains(own.needs())
                            ? performed(own)
                            : Optional.of(StepResult.problem("forbidden"));
            case TimelineAction.Describe(String account, AccountUpdate told) -> {
                service.describe(account, told);
                yield Optional.empty();
            }
        };
    }

    private static Optional<StepResult> decided(Decision decision) {
        return Optional.of(StepResult.of(decision, null));
    }

    private StepResult send(Interaction interaction) {
        SendCodeResult outcome = service.send(interaction);
        StepResult result = StepResult.of(outcome.decision(), null);
        return outcome instanceof SendCodeResult.Queued queued
                ? result.with("language", queued.verification().language())
                : result;
    }

    private StepResult enrol(TimelineAction.Enrol enrol) {
        return switch (service.enrol(enrol.interaction(), enrol.channel())) {
            case EnrolmentResult.Pending(var info, var verification, var decision) ->
                    StepResult.of(decision, null).with("state", info.state().wireName());
            case EnrolmentResult.Confirmed(var info, var decision) ->
                    StepResult.of(decision, null).with("state", info.state().wireName());
            case EnrolmentResult.Refused(var decision) -> StepResult.of(decision, null);
        };
    }

    private StepResult remove(TimelineAction.Remove remove) {
        Interaction interaction = remove.interaction().with(new Method.Enrolled(info(remove)));
        RemovalResult outcome =
                remove.confirm()
                        ? service.confirmRemoval(interaction)
                        : service.requestRemoval(interaction);
        StepResult result = StepResult.of(outcome.decision(), null);
        return switch (outcome) {
            case RemovalResult.Changed done -> result.with("state", done.info().state().wireName());
            case RemovalResult.Refused refused -> result;
        };
    }

    /// The newest of the channel, at the address if one is named; empty when there is none.
    private String info(TimelineAction.Remove remove) {
        Optional<Address> address =
                remove.interaction().method().named().map(Method.Named::address);
        return service.account(remove.interaction().account()).stream()
                .flatMap(account -> account.present().reversed().stream())
                .filter(info -> info.channel() == remove.channel())
                .filter(info -> address.isEmpty() || address.equals(info.destination()))
                .map(SecurityInfo::id)
                .findFirst()
                .orElse("");
    }

    private StepResult clear(TimelineAction.Clear clear) {
        String account = clear.account();
        Person person = new Person("k-" + clear.person(), clear.person());
        ClearResult outcome =
                clear.approve()
                        ? service.approveClearing(
                                account, clearRequests.getOrDefault(account, "cl-none"), person)
                        : service.requestClearing(account, person, "in a timeline");
        StepResult result = StepResult.of(outcome.decision(), null);
        return switch (outcome) {
            case ClearResult.Requested asked -> {
                clearRequests.put(account, asked.request().id());
                yield result.with("state", "waiting");
            }
            case ClearResult.Cleared cleared -> result.with("state", "cleared");
            case ClearResult.Refused refused -> result;
            case ClearResult.NotFound unknown -> StepResult.problem("not-found");
            case ClearResult.AlreadyApproved over -> StepResult.problem("conflict");
            case ClearResult.SamePerson same -> StepResult.problem("second-person-needed");
        };
    }

    private static StepResult checked(CheckCodeResult outcome) {
        return switch (outcome) {
            case CheckCodeResult.Compared(boolean verified, Decision decision) ->
                    StepResult.of(decision, verified);
            case CheckCodeResult.Refused(Decision decision) -> StepResult.of(decision, null);
        };
    }

    private Interaction now(Interaction observed) {
        EventReport report = observed.report().orElseThrow();
        return observed.with(report.at(service.now()));
    }
}
