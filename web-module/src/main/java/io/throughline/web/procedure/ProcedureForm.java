package io.throughline.web.procedure;

import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.procedure.service.ProcedureCommand;
import io.throughline.procedure.service.ProcedureCommand.Finding;
import io.throughline.procedure.service.ProcedureCommand.Parameter;
import io.throughline.procedure.service.ProcedureCommand.Probe;
import io.throughline.web.page.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A procedure's probes as a form has them. A finding is a line {@code exit 3 -> wrong version}, or {@code ok: exit 0 ->
 * right version} when nothing is wrong then; a parameter is a line {@code name type} or {@code name type = default}.
 */
final class ProcedureForm {

    private static final String ARROW = "->";
    private static final String PASSING = "ok:";

    private ProcedureForm() {}

    static String probe(int place) {
        return "PROBE" + place;
    }

    static ProcedureCommand command(Inputs input, String form, int probes) {
        List<Probe> texts = new ArrayList<>();
        for (int i = 0; i < probes; i++) {
            String name = input.text(probe(i), "probeName");
            String command = input.text(probe(i), "command");
            if (name != null || command != null) {
                texts.add(new Probe(
                        name,
                        command,
                        lines(input.text(probe(i), "parameters")).stream()
                                .map(ProcedureForm::parameter)
                                .toList(),
                        lines(input.text(probe(i), "findings")).stream()
                                .map(ProcedureForm::finding)
                                .toList(),
                        true));
            }
        }
        return new ProcedureCommand(input.text(form, "name"), input.text(form, "description"), texts);
    }

    static void fill(Inputs input, int place, Probe probe) {
        input.set(probe(place), "probeName", probe.name());
        input.set(probe(place), "command", probe.command());
        input.set(
                probe(place),
                "parameters",
                probe.parameters().stream()
                        .map(p ->
                                p.name() + " " + p.type() + (p.defaultValue() == null ? "" : " = " + p.defaultValue()))
                        .collect(Collectors.joining("\n")));
        input.set(
                probe(place),
                "findings",
                probe.findings().stream().map(ProcedureForm::line).collect(Collectors.joining("\n")));
    }

    private static String line(Finding finding) {
        return (Boolean.FALSE.equals(finding.failing()) ? PASSING + " " : "") + finding.when() + " " + ARROW + " "
                + finding.finding();
    }

    private static Finding finding(String line) {
        int arrow = line.indexOf(ARROW);
        if (arrow < 0) {
            throw Invalid.field("findings", "must have lines of the form: exit 3 -> wrong version");
        }
        boolean passing = line.startsWith(PASSING);
        String when = line.substring(passing ? PASSING.length() : 0, arrow).strip();
        return new Finding(when, line.substring(arrow + ARROW.length()).strip(), !passing);
    }

    private static Parameter parameter(String line) {
        String[] parts = line.split("=", 2);
        String[] words = parts[0].strip().split("\\s+");
        if (words.length != 2) {
            throw Invalid.field("parameters", "must have lines of the form: name type, or name type = default");
        }
        String otherwise = parts.length == 2 ? parts[1].strip() : null;
        return new Parameter(words[0], words[1], otherwise == null, otherwise, null, null, null);
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
