package io.verigate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;

/// The policy `request-volume` in Evrete, a rule engine of the same kind as Drools: one fact, one
/// condition a rule.
final class WithEvrete implements AutoCloseable {
    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge;

    WithEvrete() {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (VolumeRule rule : VolumeRule.all()) {
            rules =
                    rules.newRule(rule.id())
                            .forEach("$request", Asked.class)
                            .where(
                                    (Predicate<Object[]>)
                                            values -> rule.holds().test((VolumeRequest) values[0]),
                                    "$request.request")
                            .execute(context ->
                                    context.<Asked>get("$request").fired().add(rule.id()));
        }
        knowledge = rules.build();
    }

    /// What is inserted: conditions read it, consequences write to it.
    public static final class Asked {
        private final VolumeRequest request;
        private final List<String> fired = new ArrayList<>(2);

        Asked(VolumeRequest request) {
            this.request = request;
        }

        /// For conditions.
        public VolumeRequest getRequest() {
            return request;
        }

        List<String> fired() {
            return fired;
        }
    }

    /// Ids of the rules that fired.
    List<String> fired(VolumeRequest request) {
        Asked asked = new Asked(request);
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(asked);
        session.fire();
        return asked.fired();
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
