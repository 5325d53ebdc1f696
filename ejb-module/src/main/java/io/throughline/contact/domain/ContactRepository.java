package io.throughline.contact.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;

/** Where contacts are kept. */
public interface ContactRepository extends Repository<UserContact> {

    /**
     * @param state only these, or null for all
     * @param incident only those routed to it, or null for all
     */
    Page<UserContact> page(ContactState state, String incident, Long before, int size);

    /** All contacts that are routed to this incident now. */
    List<UserContact> linkedTo(String incident);
}
