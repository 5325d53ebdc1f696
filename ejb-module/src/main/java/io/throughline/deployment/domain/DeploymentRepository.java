package io.throughline.deployment.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.util.Collection;
import java.util.List;

/** Where deployments are kept. */
public interface DeploymentRepository extends Repository<Deployment> {

    /**
     * As {@link #require(RecordNumber)}, and holds the row until the transaction ends: whoever changes targets does so
     * first, so that nothing is claimed behind a pause and two of them never wait for each other.
     */
    Deployment lock(RecordNumber number);

    /**
     * @param state null for any
     * @param change number of a change, or null for any
     */
    Page<Deployment> page(DeploymentState state, String change, Long before, int size);

    List<Deployment> ofChange(String change);

    List<Deployment> inStates(Collection<DeploymentState> states);
}
