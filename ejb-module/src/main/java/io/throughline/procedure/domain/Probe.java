package io.throughline.procedure.domain;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.parameter.ParameterDefinition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** One command that only reads, with typed parameters that reach it as arguments, never as part of its text. */
@Entity
@Table(name = "procedure_probe")
public class Probe implements AuditedPart {

    @Id
    @SequenceGenerator(name = "procedure_probe_seq", sequenceName = "procedure_probe_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "procedure_probe_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "procedure_id", nullable = false, updatable = false)
    private Procedure procedure;

    @Column(name = "probe_name", nullable = false, updatable = false)
    private String name;

    @Column(name = "command_text", nullable = false, updatable = false)
    private String command;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "probe_parameter", joinColumns = @JoinColumn(name = "probe_id"))
    @OrderColumn(name = "place")
    private List<ProbeParameter> parameters = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "probe_finding", joinColumns = @JoinColumn(name = "probe_id"))
    @OrderColumn(name = "place")
    private List<FindingRule> findings = new ArrayList<>();

    protected Probe() {}

    Probe(Procedure procedure, ProbeText text) {
        this.procedure = procedure;
        this.name = text.name();
        this.command = text.command();
        text.parameters().forEach(definition -> parameters.add(new ProbeParameter(definition)));
        this.findings = new ArrayList<>(text.findings());
    }

    @Override
    public AuditedRoot auditedRoot() {
        return procedure;
    }

    /** The same without its place in the procedure. */
    public ProbeText text() {
        List<ParameterDefinition> definitions =
                parameters.stream().map(ProbeParameter::definition).toList();
        return new ProbeText(name, command, definitions, List.copyOf(findings));
    }
}
