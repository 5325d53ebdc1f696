package io.throughline.procedure.domain;

import io.throughline.kernel.domain.parameter.ParameterDefinition;
import io.throughline.kernel.domain.parameter.ParameterType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/** A typed parameter of a probe, as it is stored. */
@Embeddable
public class ProbeParameter {

    private static final String BETWEEN = "\n";

    @Column(name = "parameter_name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "parameter_type", nullable = false)
    private ParameterType type;

    @Column(nullable = false)
    private boolean required;

    @Column(name = "default_value")
    private String defaultValue;

    @Column(name = "value_list")
    private String values;

    @Column(name = "pattern_text")
    private String pattern;

    @Column(name = "max_value")
    private Long max;

    protected ProbeParameter() {}

    public ProbeParameter(ParameterDefinition definition) {
        this.name = definition.name();
        this.type = definition.type();
        this.required = definition.required();
        this.defaultValue = definition.defaultValue();
        this.values = definition.values().isEmpty() ? null : String.join(BETWEEN, definition.values());
        this.pattern = definition.pattern();
        this.max = definition.max();
    }

    public ParameterDefinition definition() {
        List<String> listed = values == null ? List.of() : List.of(values.split(BETWEEN));
        return new ParameterDefinition(name, type, required, defaultValue, listed, pattern, max);
    }
}
