package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeClass;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.assessment.ChangeModel;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.configuration.service.ImpactView;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses how a change is to be judged, and takes the judgements. None of them authorizes anything. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class AssessmentService {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeService changeService;

    @Inject
    ChangeFile file;

    @Inject
    ChangeSettings settings;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    /** How the change would be treated, given its priority and impact. */
    public ChangeModel modelFor(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        ChangeRequest change = changes.require(number);
        return model(change, change.priority(), change.changeClass());
    }

    /**
     * Gives it a class and asks assessors.
     *
     * @throws Invalid when a perspective that the model asks for is not covered, or a person may not judge
     */
    public ChangeView categorize(RecordNumber number, long version, ChangeCommands.Categorize command) {
        authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        ChangePriority priority = command.priority() == null ? change.priority() : command.priority();
        ChangeModel model = model(change, priority, command.changeClass());
        Map<Perspective, String> asked = asked(command.assessors());
        requireCovered(model, asked.keySet());
        ChangeClass given = command.changeClass() == null ? model.proposedClass() : command.changeClass();
        ChangeView view = file.change(
                change,
                AuditEntry.of("change.categorize")
                        .by(Right.CHANGE_MANAGE)
                        .performing(Activity.ACCEPT_CHANGE)
                        .because(model.reason()),
                (one, deed) -> one.categorize(given, priority, asked, model.oneIsEnough(), deed));
        asked.forEach((perspective, person) -> file.tell(
                change,
                person,
                "change-assessor-asked",
                "asked " + perspective,
                Map.of("perspective", perspective.name())));
        return view;
    }

    public ChangeView assess(RecordNumber number, long version, ChangeCommands.Assess command) {
        String assessor = authority.require(Right.CHANGE_ASSESS);
        commands.valid(command);
        return file.change(
                changes.require(number, version),
                AuditEntry.of("change.assess")
                        .by(Right.CHANGE_ASSESS)
                        .performing(Activity.ASSESS_CHANGE)
                        .because(command.verdict() + ": " + command.text()),
                (change, deed) ->
                        change.assess(command.perspective(), command.verdict(), command.text(), assessor, deed));
    }

    private ChangeModel model(ChangeRequest change, ChangePriority priority, ChangeClass chosen) {
        ImpactView impact = changeService.impactOf(change.number());
        ChangeModel.Reach reach = new ChangeModel.Reach(
                change.targets().size(), impact.hits(RecordKind.ORGANISATION).size());
        return ChangeModel.choose(
                change.proposal().type(), priority, reach, chosen, settings.oneAssessorInEmergencies());
    }

    private Map<Perspective, String> asked(List<ChangeCommands.Assessor> assessors) {
        Map<Perspective, String> asked = new EnumMap<>(Perspective.class);
        for (int index = 0; index < assessors.size(); index++) {
            ChangeCommands.Assessor assessor = assessors.get(index);
            String field = "assessors[" + index + "]";
            String person = file.requirePerson(field + ".person", assessor.person(), Right.CHANGE_ASSESS);
            if (asked.putIfAbsent(assessor.perspective(), person) != null) {
                throw Invalid.field(field + ".perspective", "must not be given twice");
            }
        }
        return asked;
    }

    private static void requireCovered(ChangeModel model, Set<Perspective> covered) {
        Set<Perspective> missing = EnumSet.noneOf(Perspective.class);
        missing.addAll(model.perspectives());
        missing.removeAll(covered);
        if (!missing.isEmpty()) {
            throw Invalid.field("assessors", "must cover also " + missing + " (" + model.reason() + ")");
        }
    }
}
