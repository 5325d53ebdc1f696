package io.throughline.configuration.service;

import io.throughline.configuration.domain.ApplicationRepository;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.configuration.domain.OrganisationRepository;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Everything that relations can join, whatever its kind. */
@ApplicationScoped
public class ConfigurationItems {

    @Inject
    OrganisationRepository organisations;

    @Inject
    ApplicationRepository applications;

    @Inject
    ItServiceRepository services;

    @Inject
    ServerRepository servers;

    @Inject
    PersonRepository people;

    /**
     * @param field of the input that holds the number
     * @throws Invalid when there is no such organisation, application, service, server or person
     */
    public void requireKnown(String field, RecordNumber number) {
        boolean known = switch (number.kind()) {
            case ORGANISATION -> organisations.find(number).isPresent();
            case APPLICATION -> applications.find(number).isPresent();
            case SERVICE -> services.find(number).isPresent();
            case SERVER -> servers.find(number).isPresent();
            case PERSON -> people.find(number).filter(Person::active).isPresent();
            default -> false;
        };
        if (!known) {
            throw Invalid.field(
                    field, "must be the number of a known organisation, application, service, server or person");
        }
    }

    /** Names by number, for showing; what is not known is left out. */
    public Map<String, String> namesOf(Collection<String> numbers) {
        Map<String, String> names = new HashMap<>(organisations.namesOf(numbers));
        names.putAll(applications.namesOf(numbers));
        names.putAll(services.namesOf(numbers));
        names.putAll(servers.namesOf(numbers));
        for (String number : numbers) {
            if (number.startsWith(RecordKind.PERSON.prefix() + "-")) {
                people.find(RecordNumber.parse(number)).ifPresent(person -> names.put(number, person.fullName()));
            }
        }
        return names;
    }
}
