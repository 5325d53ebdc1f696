package io.throughline.web.batch;

import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobParameter;
import io.throughline.web.page.Inputs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A job's parameters as a form has them: a field for each that any job knows; empty ones are left out. */
final class JobForm {

    private JobForm() {}

    static Map<String, String> parameters(Inputs input, String form) {
        Map<String, String> given = new LinkedHashMap<>();
        Arrays.stream(JobKind.values())
                .flatMap(kind -> kind.parameters().stream())
                .map(JobParameter::name)
                .distinct()
                .forEach(name -> {
                    String value = input.text(form, "parameters_" + name);
                    if (value != null) {
                        given.put(name, value);
                    }
                });
        return given;
    }
}
