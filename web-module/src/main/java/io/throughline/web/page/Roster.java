package io.throughline.web.page;

import io.throughline.identity.domain.Right;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of the house during one request: by name for reading, by right for choosing. */
@Named
@RequestScoped
public class Roster {

    private static final int CHUNK = 200;

    @Inject
    PersonService people;

    @Inject
    Texts texts;

    private final Map<String, String> names = new HashMap<>();
    private List<PersonView> everybody;

    /** A person's name, or the number of one who is unknown, or the part of the machine. */
    public String name(String number) {
        return number == null ? "" : names.computeIfAbsent(number, this::find);
    }

    private String find(String number) {
        if (number.startsWith("machine:")) {
            return texts.get("machine", number.substring("machine:".length()));
        }
        if (!number.startsWith(RecordKind.PERSON.prefix() + "-")) {
            return number;
        }
        try {
            return people.get(RecordNumber.parse(number)).fullName();
        } catch (NotFound unknown) {
            return number;
        }
    }

    /** Active people who may do this, to choose from. */
    public List<SelectItem> with(String right) {
        return staff().stream()
                .filter(person -> person.rights().contains(Right.valueOf(right)))
                .map(person -> new SelectItem(person.number(), person.fullName()))
                .toList();
    }

    /** Everybody on record who may call, staff included. */
    public List<SelectItem> getCallers() {
        return everybody().stream()
                .map(person -> new SelectItem(person.number(), person.fullName()))
                .toList();
    }

    private List<PersonView> staff() {
        return everybody().stream().filter(person -> !person.roles().isEmpty()).toList();
    }

    private List<PersonView> everybody() {
        if (everybody == null) {
            everybody = new ArrayList<>();
            Long before = null;
            do {
                var page = people.page(before, CHUNK);
                page.items().stream().filter(PersonView::active).forEach(everybody::add);
                before = page.next();
            } while (before != null);
            everybody.sort(Comparator.comparing(PersonView::fullName));
        }
        return everybody;
    }
}
