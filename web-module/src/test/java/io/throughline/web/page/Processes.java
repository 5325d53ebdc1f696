package io.throughline.web.page;

import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.template.TemplateState;
import io.throughline.change.service.AssessmentService;
import io.throughline.change.service.AuthorizationLinkService;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.CoordinationService;
import io.throughline.change.service.ReviewService;
import io.throughline.change.service.TemplateView;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.TargetService;
import io.throughline.deployment.service.TargetView;
import io.throughline.identity.domain.Right;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.incident.service.ResolutionService;
import io.throughline.incident.service.diagnosis.DiagnosisJobs;
import io.throughline.incident.service.symptom.SymptomService;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Transitions;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.procedure.service.ProcedureView;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
import io.throughline.web.change.ChangePage;
import io.throughline.web.change.TemplatePage;
import io.throughline.web.contact.ContactPage;
import io.throughline.web.deployment.DeploymentPage;
import io.throughline.web.incident.IncidentPage;
import io.throughline.web.procedure.ProcedurePage;
import io.throughline.web.release.ReleasePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The processes that have a detail page: what each offers, and what the services behind its verbs ask for. */
final class Processes {

    private Processes() {}

    /** A page in some state, seen by somebody with these rights. */
    interface Open {
        Backstage.Seen page(Enum<?> state, Set<Right> rights);
    }

    /**
     * @param own verbs that the page offers besides those of the table, with the service that each is of
     */
    record Process(
            String name,
            Transitions<?, ?> table,
            Class<?> states,
            Open open,
            Map<String, Set<Right>> asked,
            Set<String> own) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Process> all() {
        return Stream.of(contacts(), incidents(), changes(), templates(), releases(), deployments(), procedures());
    }

    private static Process contacts() {
        ContactService service = Backstage.asking(new ContactService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "ASSESS", () -> service.assess(null, 1, null));
        Backstage.ask(asked, "ROUTE", () -> service.route(null, 1, null));
        Backstage.ask(asked, "FULFIL", () -> service.fulfil(null, 1, null));
        Backstage.ask(asked, "REJECT", () -> service.reject(null, 1, null));
        Backstage.ask(asked, "UNLINK", () -> service.unlink(null, 1, null));
        Backstage.ask(asked, "DOUBT", () -> service.doubt(null, 1, null));
        Backstage.ask(asked, "CLOSE", () -> service.close(null, 1));
        return new Process(
                "contacts",
                ContactState.table(),
                ContactState.class,
                (state, rights) -> {
                    ContactView view = Records.with(ContactView.class, Map.of("state", state));
                    return Backstage.opened(new ContactPage(), "CON-000001", rights, new ContactService() {
                        @Override
                        public ContactView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of());
    }

    private static Process incidents() {
        IncidentService service = Backstage.asking(new IncidentService());
        ResolutionService resolution = Backstage.asking(new ResolutionService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "CLASSIFY", () -> service.classify(null, 1, null));
        Backstage.ask(asked, "SUPPORT", () -> service.support(null, 1, null));
        Backstage.ask(asked, "ESCALATE", () -> service.escalate(null, 1, null));
        Backstage.ask(asked, "ASSIGN", () -> service.assign(null, 1, null));
        Backstage.ask(asked, "START_DIAGNOSIS", () -> resolution.startDiagnosis(null, 1));
        Backstage.ask(
                asked,
                "RUN_PROCEDURE",
                () -> Backstage.asking(new DiagnosisJobs()).request(null, null));
        Backstage.ask(asked, "CONCLUDE_DIAGNOSIS", () -> resolution.concludeDiagnosis(null, 1, null));
        Backstage.ask(asked, "PLAN_RESOLUTION", () -> resolution.planResolution(null, null));
        Backstage.ask(
                asked,
                "CHECK_SYMPTOM",
                () -> Backstage.asking(new SymptomService()).check(null, 1));
        Backstage.ask(asked, "RESOLVE", () -> resolution.resolve(null, 1, null));
        Backstage.ask(asked, "FAIL_RESOLUTION", () -> resolution.failResolution(null, 1, null));
        Backstage.ask(asked, "CLOSE", () -> resolution.close(null, 1, null));
        Backstage.ask(asked, "REOPEN", () -> resolution.reopen(null, 1, null));
        Backstage.ask(asked, "NOTE", () -> service.note(null, 1, null));
        Backstage.ask(asked, "HOLD", () -> service.hold(null, 1, null));
        Backstage.ask(asked, "RESUME", () -> service.resume(null, 1));
        Backstage.ask(asked, "DECLARE_MAJOR", () -> service.declareMajor(null, 1, null));
        return new Process(
                "incidents",
                IncidentState.table(),
                IncidentState.class,
                (state, rights) -> {
                    IncidentView view = Records.with(IncidentView.class, Map.of("state", state));
                    return Backstage.opened(new IncidentPage(), "INC-000001", rights, new IncidentService() {
                        @Override
                        public IncidentView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of("RUN_PROCEDURE"));
    }

    private static Process changes() {
        ChangeService service = Backstage.asking(new ChangeService());
        AssessmentService assessment = Backstage.asking(new AssessmentService());
        AuthorizationService authorization = Backstage.asking(new AuthorizationService());
        CoordinationService coordination = Backstage.asking(new CoordinationService());
        ReviewService review = Backstage.asking(new ReviewService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "ACCEPT", () -> service.accept(null, 1));
        Backstage.ask(asked, "RETURN", () -> service.returnToRequester(null, 1, null));
        Backstage.ask(asked, "ANSWER", () -> service.answer(null, 1, null));
        Backstage.ask(asked, "REJECT", () -> service.reject(null, 1, null));
        Backstage.ask(asked, "CATEGORIZE", () -> assessment.categorize(null, 1, null));
        Backstage.ask(asked, "ASSESS", () -> assessment.assess(null, 1, null));
        Backstage.ask(asked, "AUTHORIZE", () -> authorization.authorize(null, 1, null));
        Backstage.ask(
                asked,
                "CALL_AUTHORITY",
                () -> Backstage.asking(new AuthorizationLinkService()).call(null, null));
        Backstage.ask(asked, "BREAK_GLASS", () -> authorization.breakGlass(null, 1, null));
        Backstage.ask(asked, "SECOND", () -> authorization.second(null, 1, null));
        Backstage.ask(asked, "REFUSE", () -> authorization.refuse(null, 1, null));
        Backstage.ask(asked, "APPOINT_OWNER", () -> coordination.appointOwner(null, 1, null));
        Backstage.ask(asked, "COORDINATE", () -> coordination.coordinate(null, 1, null));
        Backstage.ask(asked, "ADD_TASK", () -> coordination.addTask(null, 1, null));
        Backstage.ask(asked, "BEGIN_IMPLEMENTATION", () -> coordination.begin(null, 1));
        Backstage.ask(asked, "RECORD_OUTCOME", () -> coordination.report(null, 1, null));
        Backstage.ask(asked, "EXTEND_WINDOW", () -> authorization.extend(null, 1, null));
        Backstage.ask(asked, "ADD_TARGETS", () -> authorization.addTargets(null, 1, null));
        Backstage.ask(asked, "WITHDRAW", () -> authorization.withdraw(null, 1, null));
        Backstage.ask(asked, "REVIEW", () -> review.review(null, 1, null));
        Backstage.ask(asked, "CLOSE", () -> review.close(null, 1));
        Backstage.ask(asked, "RETROSPECT", () -> review.lookBack(null, 1, null));
        Backstage.ask(asked, "CANCEL", () -> review.cancel(null, 1, null));
        return new Process(
                "changes",
                ChangeState.transitions(),
                ChangeState.class,
                (state, rights) -> {
                    ChangeView view = Records.with(
                            ChangeView.class,
                            Map.of(
                                    "state",
                                    state,
                                    "allowed",
                                    ChangeState.transitions().allowed((ChangeState) state)));
                    return Backstage.opened(new ChangePage(), "CHG-000001", rights, new ChangeService() {
                        @Override
                        public ChangeView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of("CALL_AUTHORITY"));
    }

    private static Process templates() {
        ChangeTemplateService service = Backstage.asking(new ChangeTemplateService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "AUTHORIZE", () -> service.authorize(null, 1, null));
        Backstage.ask(asked, "MAKE_CHANGE", () -> service.makeChange(null));
        Backstage.ask(asked, "WITHDRAW", () -> service.withdraw(null, 1, null));
        return new Process(
                "templates",
                TemplateState.transitions(),
                TemplateState.class,
                (state, rights) -> {
                    TemplateView view = Records.with(TemplateView.class, Map.of("state", state));
                    return Backstage.opened(new TemplatePage(), "TPL-000001", rights, new ChangeTemplateService() {
                        @Override
                        public TemplateView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of());
    }

    private static Process releases() {
        ReleaseService service = Backstage.asking(new ReleaseService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "ACKNOWLEDGE", () -> service.acknowledge(null, 1, null));
        Backstage.ask(asked, "PLAN_STRATEGY", () -> service.planStrategy(null, 1, null));
        Backstage.ask(asked, "BUILD", () -> service.build(null, 1, null));
        Backstage.ask(asked, "TEST", () -> service.test(null, 1, null));
        Backstage.ask(asked, "ACCEPT", () -> service.accept(null, 1, null));
        Backstage.ask(
                asked,
                "PLAN_ROLLOUT",
                () -> Backstage.asking(new DeploymentPlanning()).plan(null));
        Backstage.ask(asked, "CANCEL", () -> service.cancel(null, 1, null));
        return new Process(
                "releases",
                ReleaseState.transitions(),
                ReleaseState.class,
                (state, rights) -> {
                    ReleaseView view = Records.with(ReleaseView.class, Map.of("state", state));
                    return Backstage.opened(new ReleasePage(), "REL-000001", rights, new ReleaseService() {
                        @Override
                        public ReleaseView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of("PLAN_ROLLOUT"));
    }

    private static Process deployments() {
        DeploymentService service = Backstage.asking(new DeploymentService());
        TargetService target = Backstage.asking(new TargetService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(
                asked,
                "CONFIRM",
                () -> Backstage.asking(new DeploymentPlanning()).confirm(null, 1));
        Backstage.ask(asked, "START", () -> service.start(null, 1));
        Backstage.ask(asked, "PAUSE", () -> service.pause(null, 1, null));
        Backstage.ask(asked, "RESUME", () -> service.resume(null, 1));
        Backstage.ask(asked, "APPROVE_WAVE", () -> service.approveWave(null, 1));
        Backstage.ask(asked, "RETRY", () -> target.retry(null, 1, null));
        Backstage.ask(asked, "EXCLUDE", () -> target.exclude(null, 1, null));
        Backstage.ask(asked, "APPROVE_EXCLUSION", () -> target.approveExclusion(null, 1, null));
        Backstage.ask(asked, "ROLL_BACK", () -> service.rollBack(null, 1, null));
        Backstage.ask(asked, "ABORT", () -> service.abort(null, 1, null));
        Backstage.ask(asked, "VERIFY", () -> service.verify(null, 1, null));
        Backstage.ask(asked, "CLOSE", () -> service.close(null, 1));
        return new Process(
                "deployments",
                DeploymentState.transitions(),
                DeploymentState.class,
                (state, rights) -> {
                    DeploymentView view =
                            Records.with(DeploymentView.class, Map.of("state", state, "change", "CHG-000001"));
                    ChangeService change = new ChangeService() {
                        @Override
                        public ChangeView get(RecordNumber number) {
                            return Records.with(ChangeView.class, Map.of());
                        }
                    };
                    return Backstage.opened(new DeploymentPage(), "DEP-000001", rights, change, new DeploymentReader() {
                        @Override
                        public DeploymentView get(RecordNumber number) {
                            return view;
                        }

                        @Override
                        public Page<TargetView> targets(
                                RecordNumber number, TargetState state, Integer wave, Long after, int size) {
                            return new Page<>(List.of(), null);
                        }
                    });
                },
                asked,
                Set.of());
    }

    private static Process procedures() {
        ProcedureService service = Backstage.asking(new ProcedureService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "APPROVE", () -> service.approve(null, 1));
        Backstage.ask(asked, "REVISE", () -> service.revise(null, 1, null));
        Backstage.ask(asked, "RETIRE", () -> service.retire(null, 1));
        return new Process(
                "procedures",
                ProcedureState.table(),
                ProcedureState.class,
                (state, rights) -> {
                    ProcedureView view = Records.with(ProcedureView.class, Map.of("state", state));
                    return Backstage.opened(new ProcedurePage(), "PRC-000001", rights, new ProcedureService() {
                        @Override
                        public ProcedureView get(RecordNumber number) {
                            return view;
                        }
                    });
                },
                asked,
                Set.of());
    }
}
