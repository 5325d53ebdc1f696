package io.throughline.procedure.service;

import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.parameter.ParameterDefinition;
import io.throughline.kernel.domain.parameter.ParameterType;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.procedure.domain.FindingRule;
import io.throughline.procedure.domain.ProbeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A documented procedure as it is written or revised. */
public record ProcedureCommand(
        @NotNull @PlainText(max = 120) String name,
        @PlainText(max = 4000, multiline = true) String description,

        @NotNull @Size(min = 1, max = 20, message = "must list {min} to {max} probes")
        List<@NotNull @Valid Probe> probes) {

    /**
     * @param command for {@code /bin/sh}; parameters reach it as {@code $THROUGHLINE_PARAM_<NAME>} and {@code $1…}
     * @param readOnly its author's word that it changes nothing; given by writing it, and never false
     */
    public record Probe(
            @NotNull @PlainText(max = 80) String name,

            @NotNull @PlainText(max = 8000, multiline = true)
            String command,

            @Size(max = 20, message = "must list {max} at most")
            List<@NotNull @Valid Parameter> parameters,

            @Size(max = 50, message = "must list {max} at most")
            List<@NotNull @Valid Finding> findings,

            Boolean readOnly) {}

    /**
     * @param type {@code string}, {@code integer}, {@code boolean}, {@code enum}, {@code version} or {@code path}, in any
     *     case
     * @param values what an enum takes
     */
    public record Parameter(
            @NotNull @PlainText(max = 40) String name,
            @NotNull @PlainText(max = 20) String type,
            boolean required,
            @PlainText(max = 200) String defaultValue,

            @Size(max = 50, message = "must list {max} at most")
            List<@NotNull @PlainText(max = 200) String> values,

            @PlainText(max = 400) String pattern,
            Long max) {

        static Parameter from(ParameterDefinition definition) {
            return new Parameter(
                    definition.name(),
                    definition.type().word(),
                    definition.required(),
                    definition.defaultValue(),
                    definition.values(),
                    definition.pattern(),
                    definition.max());
        }

        ParameterDefinition toDefinition() {
            ParameterType known = ParameterType.ofWord(type.toLowerCase(java.util.Locale.ROOT))
                    .orElseThrow(() -> Invalid.field("type", "must be one of " + ParameterType.words()));
            return new ParameterDefinition(name, known, required, defaultValue, values, pattern, max);
        }
    }

    /**
     * @param when {@code exit 3}, or a regular expression that is to be found in the output
     * @param failing whether something is wrong then; true when not given
     */
    public record Finding(
            @NotNull @PlainText(max = 400) String when,
            @NotNull @PlainText(max = 200) String finding,
            Boolean failing) {

        static Finding from(FindingRule rule) {
            return new Finding(rule.when(), rule.finding(), rule.failing());
        }

        FindingRule toRule() {
            return new FindingRule(when, finding, !Boolean.FALSE.equals(failing));
        }
    }

    /**
     * @throws Invalid naming every field of a parameter or finding that is wrong
     */
    List<ProbeText> texts() {
        List<Invalid.FieldError> errors = new ArrayList<>();
        List<ProbeText> texts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            String path = "probes[" + i + "]";
            if (!names.add(probe.name())) {
                errors.add(new Invalid.FieldError(path + ".name", "must differ from those of the other probes"));
            }
            if (Boolean.FALSE.equals(probe.readOnly())) {
                errors.add(new Invalid.FieldError(
                        path + ".readOnly",
                        "must be true: a probe only reads, and what changes servers needs a change"));
            }
            List<ParameterDefinition> parameters = new ArrayList<>();
            for (int j = 0; probe.parameters() != null && j < probe.parameters().size(); j++) {
                Parameter parameter = probe.parameters().get(j);
                collect(parameters, errors, path + ".parameters[" + j + "].", parameter::toDefinition);
            }
            List<FindingRule> findings = new ArrayList<>();
            for (int j = 0; probe.findings() != null && j < probe.findings().size(); j++) {
                Finding finding = probe.findings().get(j);
                collect(findings, errors, path + ".findings[" + j + "].", finding::toRule);
            }
            texts.add(new ProbeText(probe.name(), probe.command(), parameters, findings));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return texts;
    }

    private static <T> void collect(List<T> made, List<Invalid.FieldError> errors, String path, Supplier<T> maker) {
        try {
            made.add(maker.get());
        } catch (Invalid wrong) {
            wrong.errors().forEach(error -> errors.add(new Invalid.FieldError(path + error.field(), error.allowed())));
        }
    }
}
