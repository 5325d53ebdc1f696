package io.throughline.change.service;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tells other processes what they need to know of a change, on nobody's account. */
@ApplicationScoped
@Transactional
public class ChangeReader {

    @Inject
    ChangeRepository changes;

    public ChangeBrief brief(RecordNumber change) {
        return ChangeBrief.from(changes.require(change));
    }

    public ChangeOutcome outcome(RecordNumber change) {
        return ChangeOutcome.from(changes.require(change));
    }
}
