package io.throughline.release.persistence;

import io.throughline.kernel.persistence.RecordNumbers;
import io.throughline.release.domain.HostTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class DatabaseHostTokens implements HostTokens {

    @Inject
    RecordNumbers numbers;

    @Override
    public long next() {
        return numbers.next("host_token_seq");
    }
}
