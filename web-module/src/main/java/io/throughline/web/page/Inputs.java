package io.throughline.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.Validator;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was typed into the forms of one view: by form, then by field. A deed takes its command record from here. */
@Named("input")
@ViewScoped
public class Inputs implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, Map<String, Object>> forms = new HashMap<>();

    @Inject
    transient Validator validator;

    /** The values of one form, to be written by its fields. */
    public Map<String, Object> of(String form) {
        return forms.computeIfAbsent(form, name -> new HashMap<>());
    }

    /** One value as text; null when the field was left empty. */
    public String text(String form, String field) {
        Object value = of(form).get(field);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    public boolean chosen(String form, String field) {
        return Boolean.parseBoolean(String.valueOf(of(form).get(field)));
    }

    public List<String> texts(String form, String field) {
        return Binding.texts(of(form).get(field));
    }

    /**
     * The form's values as a command record, by the names of its components.
     *
     * @throws io.throughline.kernel.domain.refusal.Invalid naming every field that cannot be taken
     */
    public <R extends Record> R as(String form, Class<R> command) {
        R bound = Binding.bind(command, of(form));
        Binding.refuseViolations(validator.validate(bound));
        return bound;
    }

    public void set(String form, String field, Object value) {
        of(form).put(field, value);
    }
}
