package io.throughline.deployment.service;

import io.throughline.change.service.AuthorizationCheck;
import io.throughline.change.service.ChangeBrief;
import io.throughline.change.service.ChangeConfirmation;
import io.throughline.change.service.ChangeReader;
import io.throughline.change.service.PreAuthorizedChanges;
import io.throughline.deployment.domain.ChangeControl;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Change, as it answers for authorizations and confirmations. */
@ApplicationScoped
class AuthorizedChanges implements ChangeControl {

    @Inject
    ChangeReader changes;

    @Inject
    ChangeConfirmation confirmations;

    @Inject
    PreAuthorizedChanges preAuthorized;

    @Inject
    AuthorizationCheck authorizations;

    @Override
    public Envelope envelope(String change) {
        ChangeBrief brief = changes.brief(RecordNumber.parse(change));
        return new Envelope(change, brief.product(), brief.version(), brief.servers());
    }

    @Override
    public void confirm(Binding binding) {
        confirmations.confirm(RecordNumber.parse(binding.change()), translated(binding));
    }

    @Override
    public void confirmStandard(Binding binding) {
        preAuthorized.confirm(RecordNumber.parse(binding.change()), translated(binding));
    }

    @Override
    public Optional<Objection> objection(Binding binding) {
        return authorizations
                .objection(binding.change(), translated(binding))
                .map(found -> new Objection(found.key(), found.reason()));
    }

    private static io.throughline.change.domain.authorization.Binding translated(Binding binding) {
        return new io.throughline.change.domain.authorization.Binding(
                binding.deployment(),
                binding.packageDigest(),
                binding.product(),
                binding.version(),
                binding.servers(),
                binding.planDigest());
    }
}
