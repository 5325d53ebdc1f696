package io.throughline.procedure.service;

import io.throughline.kernel.persistence.History;
import io.throughline.procedure.domain.ProbeText;
import io.throughline.procedure.domain.Procedure;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.domain.ProcedureVerb;
import java.time.Instant;
import java.util.List;

/**
 * A documented procedure.
 *
 * @param history every step so far; null in lists
 */
public record ProcedureView(
        String number,
        long version,
        ProcedureState state,
        List<ProcedureVerb> allowed,
        String name,
        String description,
        int revision,
        String writtenBy,
        String approvedBy,
        Instant approvedAt,
        List<ProcedureCommand.Probe> probes,
        List<History.Step> history) {

    public static ProcedureView from(Procedure procedure) {
        return of(procedure, null);
    }

    static ProcedureView of(Procedure procedure, List<History.Step> history) {
        return new ProcedureView(
                procedure.number().toString(),
                procedure.version(),
                procedure.state(),
                ProcedureState.table().allowed(procedure.state()),
                procedure.name(),
                procedure.description(),
                procedure.revision(),
                procedure.writtenBy(),
                procedure.approvedBy(),
                procedure.approvedAt(),
                procedure.probes().stream().map(ProcedureView::probe).toList(),
                history);
    }

    private static ProcedureCommand.Probe probe(ProbeText text) {
        return new ProcedureCommand.Probe(
                text.name(),
                text.command(),
                text.parameters().stream().map(ProcedureCommand.Parameter::from).toList(),
                text.findings().stream().map(ProcedureCommand.Finding::from).toList(),
                true);
    }
}
