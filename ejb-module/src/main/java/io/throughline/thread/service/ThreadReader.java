package io.throughline.thread.service;

import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.thread.Threads;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells a thread from the audit records of its activities. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ThreadReader {

    @Inject
    Authority authority;

    @Inject
    Threads threads;

    @Inject
    AuditReader audit;

    @Inject
    PersonRepository people;

    /**
     * @param record any record of the thread
     * @param edition name of a word set, or null for the standard one
     * @throws NotFound if nothing ever happened to a record of this number
     */
    public ThreadView threadOf(RecordNumber record, String edition) {
        authority.require(Right.RECORD_READ);
        WordSets words = WordSets.shipped();
        String chosen = edition == null || edition.isBlank() ? words.standard() : edition;
        List<String> members = threads.membersWith(record.toString());
        List<AuditRecordView> history = audit.history(members);
        if (history.isEmpty()) {
            throw new NotFound("record", record);
        }
        Map<Activity, List<AuditRecordView>> performed = new EnumMap<>(Activity.class);
        history.stream()
                .filter(entry -> entry.activity() != null)
                .forEach(entry -> performed
                        .computeIfAbsent(Activity.valueOf(entry.activity()), a -> new ArrayList<>())
                        .add(entry));
        List<ThreadView.Step> steps = new ArrayList<>();
        Instant formerEnd = null;
        for (Activity activity : Activity.values()) {
            List<AuditRecordView> entries = performed.getOrDefault(activity, List.of());
            steps.add(step(activity, chosen, entries, formerEnd));
            if (!entries.isEmpty()) {
                formerEnd = entries.get(entries.size() - 1).at();
            }
        }
        return new ThreadView(threads.threadOf(record.toString()).orElse(record.toString()), chosen, members, steps);
    }

    private ThreadView.Step step(Activity activity, String edition, List<AuditRecordView> entries, Instant formerEnd) {
        WordSets words = WordSets.shipped();
        if (entries.isEmpty()) {
            return new ThreadView.Step(
                    activity.number(),
                    activity.name(),
                    words.words(edition, activity),
                    words.words("earlier", activity),
                    words.words("later", activity),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        AuditRecordView first = entries.get(0);
        AuditRecordView last = entries.get(entries.size() - 1);
        AuditRecordView begun =
                entries.stream().filter(ThreadReader::byPerson).findFirst().orElse(first);
        long lost = formerEnd == null
                ? 0
                : Math.max(0, Duration.between(formerEnd, first.at()).toSeconds());
        return new ThreadView.Step(
                activity.number(),
                activity.name(),
                words.words(edition, activity),
                words.words("earlier", activity),
                words.words("later", activity),
                true,
                performer(begun),
                name(performer(begun)),
                begun.record(),
                first.at(),
                last.at(),
                Duration.between(first.at(), last.at()).toSeconds(),
                lost);
    }

    private static boolean byPerson(AuditRecordView entry) {
        return isPerson(performer(entry));
    }

    /** Who asks a part of the machine to do something performs it. */
    private static String performer(AuditRecordView entry) {
        return entry.onBehalfOf() == null ? entry.actor() : entry.onBehalfOf();
    }

    private static boolean isPerson(String actor) {
        return actor.startsWith(RecordKind.PERSON.prefix() + "-");
    }

    private String name(String actor) {
        return isPerson(actor)
                ? people.find(RecordNumber.parse(actor)).map(Person::fullName).orElse(actor)
                : actor;
    }
}
