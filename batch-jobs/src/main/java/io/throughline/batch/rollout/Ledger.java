package io.throughline.batch.rollout;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.service.OutcomeRecorder;
import io.throughline.deployment.service.RolloutCourse;
import io.throughline.deployment.service.RolloutLedger;
import io.throughline.deployment.service.RolloutStanding;
import java.util.List;
import java.util.Set;

/** What a coordinator asks of the deployment's ledger; every call is one transaction. */
interface Ledger {

    List<Claim> claim(int limit);

    List<Claim> intend(List<Claim> claims);

    void giveBack(List<Claim> claims);

    void record(List<Outcome> outcomes);

    RolloutStanding advance();

    Set<String> owners();

    int takeOver(String deadOwner);

    /** The ledger of one deployment, on behalf of one process. */
    static Ledger of(
            String deployment, String owner, RolloutLedger ledger, OutcomeRecorder recorder, RolloutCourse course) {
        return new Ledger() {

            @Override
            public List<Claim> claim(int limit) {
                return ledger.claimBatch(deployment, owner, limit);
            }

            @Override
            public List<Claim> intend(List<Claim> claims) {
                return ledger.commitIntent(claims);
            }

            @Override
            public void giveBack(List<Claim> claims) {
                ledger.giveBack(claims);
            }

            @Override
            public void record(List<Outcome> outcomes) {
                recorder.record(outcomes);
            }

            @Override
            public RolloutStanding advance() {
                return course.advance(deployment);
            }

            @Override
            public Set<String> owners() {
                return ledger.owners(deployment);
            }

            @Override
            public int takeOver(String deadOwner) {
                return ledger.takeOver(deployment, deadOwner);
            }
        };
    }
}
