package io.throughline.web.page;

import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.domain.MessageState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.CallBackView;
import io.throughline.communication.service.MessageService;
import io.throughline.communication.service.MessageView;
import io.throughline.identity.domain.Right;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.JobVerb;
import io.throughline.operation.domain.ScheduleState;
import io.throughline.operation.service.JobService;
import io.throughline.operation.service.JobView;
import io.throughline.operation.service.ScheduleService;
import io.throughline.operation.service.ScheduleView;
import io.throughline.web.batch.Jobs;
import io.throughline.web.batch.Schedules;
import io.throughline.web.communication.CallBackList;
import io.throughline.web.communication.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The lists whose rows have deeds: what a row offers, and what the services behind its buttons ask for. */
final class RowLists {

    private RowLists() {}

    static Stream<Processes.Process> all() {
        return Stream.of(messages(), callBacks(), jobs(), schedules());
    }

    private static Processes.Process messages() {
        MessageService service = Backstage.asking(new MessageService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "RESEND", () -> service.resend(null, 1));
        Backstage.ask(asked, "MARK_SENT", () -> service.markSent(null, 1));
        return new Processes.Process(
                "rows of messages",
                MessageState.table(),
                MessageState.class,
                (state, rights) ->
                        Backstage.listed(new Outbox(), Records.with(MessageView.class, Map.of("state", state)), rights),
                asked,
                Set.of());
    }

    private static Processes.Process callBacks() {
        CallBackService service = Backstage.asking(new CallBackService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "TELL", () -> service.called(null, 1, null));
        return new Processes.Process(
                "rows of call-backs",
                CallBackState.table(),
                CallBackState.class,
                (state, rights) -> Backstage.listed(
                        new CallBackList(), Records.with(CallBackView.class, Map.of("state", state)), rights),
                asked,
                Set.of());
    }

    private static Processes.Process jobs() {
        JobService service = Backstage.asking(new JobService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "STOP", () -> service.stop(null, 1));
        Backstage.ask(asked, "RESTART", () -> service.restart(null, 1));
        return new Processes.Process(
                "rows of jobs",
                JobState.TRANSITIONS,
                JobState.class,
                (state, rights) -> {
                    JobView view = Records.with(
                            JobView.class,
                            Map.of(
                                    "state",
                                    state.name(),
                                    "allowed",
                                    JobState.TRANSITIONS.allowed((JobState) state).stream()
                                            .filter(JobVerb::byPeople)
                                            .toList()));
                    return Backstage.listed(new Jobs(), view, rights);
                },
                asked,
                Set.of());
    }

    private static Processes.Process schedules() {
        ScheduleService service = Backstage.asking(new ScheduleService());
        Map<String, Set<Right>> asked = new LinkedHashMap<>();
        Backstage.ask(asked, "END", () -> service.end(null, 1));
        return new Processes.Process(
                "rows of schedules",
                ScheduleState.TRANSITIONS,
                ScheduleState.class,
                (state, rights) -> Backstage.listed(
                        new Schedules(), Records.with(ScheduleView.class, Map.of("state", state)), rights),
                asked,
                Set.of());
    }
}
