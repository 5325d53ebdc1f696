package io.throughline.procedure.domain;

import io.throughline.kernel.domain.parameter.ParameterDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a probe is: a command for {@code /bin/sh} that only reads, the parameters that it takes as environment variables
 * ({@code THROUGHLINE_PARAM_<NAME>}) and positional arguments, and what its answers mean.
 */
public record ProbeText(String name, String command, List<ParameterDefinition> parameters, List<FindingRule> findings) {

    /**
     * What an answer means.
     *
     * @param passing whether that is how it should be
     */
    public record Judgement(String finding, boolean passing) {}

    public ProbeText {
        parameters = List.copyOf(parameters);
        findings = List.copyOf(findings);
    }

    /**
     * Checks the values and fills in the defaults, in the order of the parameters.
     *
     * @throws io.throughline.kernel.domain.refusal.Invalid naming every value that is missing or not allowed
     */
    public Map<String, String> resolve(Map<String, String> values) {
        return ParameterDefinition.resolve(parameters, values);
    }

    /** As {@link #resolve}, of values for all probes of a procedure: those that only others take are left out. */
    public Map<String, String> resolveOwn(Map<String, String> values) {
        Map<String, String> own = new HashMap<>(values);
        own.keySet()
                .retainAll(parameters.stream().map(ParameterDefinition::name).toList());
        return resolve(own);
    }

    /** The first rule that matches counts; when none does, exit code 0 is well. */
    public Judgement judge(int exit, String output) {
        return findings.stream()
                .filter(rule -> rule.matches(exit, output))
                .findFirst()
                .map(rule -> new Judgement(rule.finding(), !rule.failing()))
                .orElseGet(() -> exit == 0
                        ? new Judgement("nothing unusual", true)
                        : new Judgement("ended with exit code " + exit, false));
    }
}
