package io.throughline.contact.persistence;

import io.throughline.contact.domain.ContactRepository;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.domain.UserContact;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaContactRepository extends JpaRepository<UserContact> implements ContactRepository {

    JpaContactRepository() {
        super(UserContact.class, RecordKind.USER_CONTACT);
    }

    @Override
    public Page<UserContact> page(ContactState state, String incident, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("incident", incident);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public List<UserContact> linkedTo(String incident) {
        return list("r.incident = :incident", Map.of("incident", incident));
    }
}
