package io.throughline.operation.domain;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The jobs that the product knows: the name of each in the batch engine and what it has to be told. */
public enum JobKind {
    /** Runs the probes of an approved procedure on servers and keeps the answers as evidence on an incident. */
    FLEET_DIAGNOSIS(
            "fleet-diagnosis",
            "incident",
            List.of(
                    JobParameter.required("incident", RecordKind.INCIDENT),
                    JobParameter.required("procedure", RecordKind.PROCEDURE),
                    JobParameter.optional("service", RecordKind.SERVICE),
                    JobParameter.list("servers", RecordKind.SERVER),
                    JobParameter.values("values"))),
    /** Carries a deployment to its servers, or takes it back, whichever the deployment's state says. */
    RELEASE_ROLLOUT(
            "release-rollout", "deployment", List.of(JobParameter.required("deployment", RecordKind.DEPLOYMENT))),
    /** Installs, verifies, rolls back and verifies a release on a test server. */
    RELEASE_TEST(
            "release-test",
            "server",
            List.of(
                    JobParameter.required("release", RecordKind.RELEASE),
                    JobParameter.required("server", RecordKind.SERVER))),
    /** Compares what is on the servers with what closed changes authorized, both ways. */
    CONFIGURATION_AUDIT(
            "configuration-audit",
            "service",
            List.of(
                    JobParameter.optional("service", RecordKind.SERVICE),
                    JobParameter.list("servers", RecordKind.SERVER))),
    /** Gives committed audit records their places in the tree, as long as the server runs. */
    SEALING("sealing", null, List.of());

    /** Longest text of all parameters together that the database keeps. */
    private static final int MOST_CHARACTERS = 30_000;

    private static final String EVERYTHING = "*";

    private final String jobName;
    private final String subject;
    private final List<JobParameter> parameters;

    JobKind(String jobName, String subject, List<JobParameter> parameters) {
        this.jobName = jobName;
        this.subject = subject;
        this.parameters = parameters;
    }

    /** Name of the job in the batch engine and in the API, for instance {@code release-rollout}. */
    public String jobName() {
        return jobName;
    }

    public List<JobParameter> parameters() {
        return parameters;
    }

    /**
     * What the job works on: two jobs of a kind never work on one subject at a time.
     *
     * @return the number of the record, or {@code *} when the job works on everything
     */
    public String subjectOf(Map<String, String> values) {
        return subject == null ? EVERYTHING : values.getOrDefault(subject, EVERYTHING);
    }

    /**
     * @return the parameters by name, sorted, blanks removed
     * @throws Invalid naming every parameter that is unknown, missing or malformed
     */
    public Map<String, String> check(Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value == null || value.isBlank()) {
                return;
            }
            Optional<JobParameter> known = parameter(name);
            if (known.isEmpty()) {
                errors.add(new FieldError("parameters." + name, "is not known; allowed: " + names()));
            } else if (!known.get().accepts(value.strip())) {
                errors.add(new FieldError("parameters." + name, known.get().allowed()));
            } else {
                values.put(name, value.strip());
            }
        });
        parameters.stream()
                .filter(parameter -> parameter.required() && blank(given.get(parameter.name())))
                .forEach(parameter -> errors.add(
                        new FieldError("parameters." + parameter.name(), "is missing; it " + parameter.allowed())));
        if (values.values().stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            errors.add(new FieldError("parameters", "must have " + MOST_CHARACTERS + " characters together at most"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return values;
    }

    public static JobKind named(String jobName) {
        return Arrays.stream(values())
                .filter(kind -> kind.jobName.equals(jobName))
                .findFirst()
                .orElseThrow(() -> Invalid.field(
                        "job",
                        "must be one of "
                                + Arrays.stream(values()).map(JobKind::jobName).collect(Collectors.joining(", "))));
    }

    private Optional<JobParameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private String names() {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream().map(JobParameter::name).collect(Collectors.joining(", "));
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
