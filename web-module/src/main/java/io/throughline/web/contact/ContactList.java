package io.throughline.web.contact;

import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Contacts, newest first, by state and by the incident to which they are linked. */
@Named
@RequestScoped
public class ContactList extends ListPage<ContactView> {

    @Inject
    ContactService contacts;

    private String state;
    private String incident;

    @Override
    protected Page<ContactView> read(Long from, int size) {
        return contacts.page(given(ContactState.class, state), given(incident), from, size);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getIncident() {
        return incident;
    }

    public void setIncident(String incident) {
        this.incident = incident;
    }
}
