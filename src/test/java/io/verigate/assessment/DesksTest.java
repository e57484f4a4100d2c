package io.verigate.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.account.Account;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.Block;
import io.verigate.activity.BlockRepository;
import io.verigate.activity.Blocks;
import io.verigate.activity.ReleaseBlock;
import io.verigate.activity.ReleaseBlock.ReleaseResult;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Scope;
import io.verigate.decision.Standing;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.securityinfo.AccountService;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DesksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final Fingerprints fingerprints = new Fingerprints(new byte[32]);
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final SubjectKey subject =
            SubjectKey.of(SubjectKind.DESTINATION, "+447700900123", fingerprints);

    @Test
    void leavesValuesThatAreNotGiven() {
        AccountService accounts = new AccountService(ledger, fingerprints, CLOCK);
        accounts.put("a-1", update(AccountKind.MANAGED, "en-GB", null));
        Account after = accounts.put("a-1", update(null, null, Standing.LOCKED));
        assertThat(after.kind()).isEqualTo(AccountKind.MANAGED);
        assertThat(after.language()).isEqualTo("en-GB");
        assertThat(after.standing()).isEqualTo(Standing.LOCKED);
        assertThat(ledger.all(Account.RECORDS)).containsExactly(after);
    }

    @Test
    void recordsAReleaseOnce() {
        Block block = block();
        store(block);
        ReleaseBlock release = new ReleaseBlock(ledger, new OneBlock(block), CLOCK);
        assertThat(release.release("b-1", "ann", "called back"))
                .isEqualTo(
                        new ReleaseResult.Released(
                                block.released(new Block.Release(NOW, "ann", "called back"))));
        assertThat(release.release("b-1", "ben", "again"))
                .isInstanceOf(ReleaseResult.AlreadyEnded.class);
        assertThat(release.release("b-2", "ann", "no such"))
                .isInstanceOf(ReleaseResult.NotFound.class);
    }

    private static AccountUpdate update(
            @Nullable AccountKind kind, @Nullable String language, @Nullable Standing standing) {
        return new AccountUpdate(
                Optional.ofNullable(kind),
                Optional.ofNullable(language),
                Optional.ofNullable(standing));
    }

    private Block block() {
        return new Block(
                "b-1",
                Scope.METHOD,
                subject,
                "a-1",
                "high-volume",
                "HV-003",
                "",
                "",
                NOW.minusSeconds(60),
                null,
                null,
                null,
                null);
    }

    private void store(Block block) {
        ledger.run(
                new LedgerTransaction<Boolean>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(ActivityRecords.BLOCKS.key(subject));
                    }

                    @Override
                    public Boolean run(TransactionView view) {
                        view.put(ActivityRecords.BLOCKS.key(subject), Blocks.NONE.with(block));
                        return true;
                    }
                });
    }

    private record OneBlock(Block block) implements BlockRepository {
        @Override
        public Optional<Block> find(String id) {
            return id.equals(block.id()) ? Optional.of(block) : Optional.empty();
        }

        @Override
        public List<Block> search(
                @Nullable String account,
                @Nullable Scope scope,
                @Nullable Instant activeAt,
                @Nullable String before,
                int most) {
            return List.of(block);
        }
    }
}
