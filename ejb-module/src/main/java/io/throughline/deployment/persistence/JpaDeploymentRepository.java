package io.throughline.deployment.persistence;

import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaDeploymentRepository extends JpaRepository<Deployment> implements DeploymentRepository {

    JpaDeploymentRepository() {
        super(Deployment.class, RecordKind.DEPLOYMENT);
    }

    @Override
    public Deployment lock(RecordNumber number) {
        Deployment deployment = require(number);
        // Re-read under the lock: what was read before may be older than what another transaction committed since.
        entities.refresh(deployment, LockModeType.PESSIMISTIC_WRITE);
        return deployment;
    }

    @Override
    public Page<Deployment> page(DeploymentState state, String change, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("change", change);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public List<Deployment> ofChange(String change) {
        return list("r.change = :change", Map.of("change", change));
    }

    @Override
    public List<Deployment> inStates(Collection<DeploymentState> states) {
        return states.isEmpty() ? List.of() : list("r.state IN :states", Map.of("states", states));
    }
}
