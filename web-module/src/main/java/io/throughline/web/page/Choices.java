package io.throughline.web.page;

import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What fields offer to choose from. */
@Named
@ApplicationScoped
public class Choices {

    @Inject
    Texts texts;

    /**
     * The constants of an enum.
     *
     * @param type its name below {@code io.throughline}, as in {@code incident.domain.IncidentState}
     */
    public List<SelectItem> of(String type) {
        try {
            return Arrays.stream(Class.forName("io.throughline." + type).getEnumConstants())
                    .map(constant -> new SelectItem(((Enum<?>) constant).name(), texts.name(constant)))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no enum io.throughline." + type, e);
        }
    }

    public List<SelectItem> words(String... values) {
        return Arrays.stream(values)
                .map(value -> new SelectItem(value, texts.name(value)))
                .toList();
    }

    public List<SelectItem> editions() {
        return WordSets.shipped().editions().stream()
                .map(name -> new SelectItem(name, texts.name("edition." + name)))
                .toList();
    }

    /** The sixteen activities in the words of an edition. */
    public List<SelectItem> activities(String edition) {
        return Arrays.stream(Activity.values())
                .map(activity -> new SelectItem(
                        activity.name(),
                        WordSets.shipped().words(edition, activity).activity()))
                .toList();
    }
}
