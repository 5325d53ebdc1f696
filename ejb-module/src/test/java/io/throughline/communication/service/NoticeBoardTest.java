package io.throughline.communication.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.communication.domain.CallBackRepository;
import io.throughline.communication.domain.MessageRepository;
import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News for somebody who can no longer be told. */
class NoticeBoardTest {

    private static final RecordNumber DEPLOYMENT = RecordKind.DEPLOYMENT.number(1);

    private final List<AuditEntry> notes = new ArrayList<>();
    private final NoticeBoard board = new NoticeBoard();

    @ParameterizedTest
    @EnumSource
    void whoWasErasedIsNotToldAndNothingFailsForThat(Channel channel) {
        board.messages = knowingNothing(MessageRepository.class);
        board.callBacks = knowingNothing(CallBackRepository.class);
        board.people = only(erased(channel));
        board.trail = new AuditTrail() {
            @Override
            public long note(AuditEntry entry) {
                notes.add(entry);
                return notes.size();
            }
        };

        board.onNotice(new Notice(
                "DEP-000001 halted",
                DEPLOYMENT,
                "deployment-halted",
                Recipient.person("PER-000007"),
                Map.of("change", "CHG-000001", "reason", "too many failures")));

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("notice.withhold");
            assertThat(note.record()).isEqualTo(DEPLOYMENT.toString());
            assertThat(note.reason()).contains("PER-000007");
        });
    }

    private static Person erased(Channel channel) {
        Person person = new Person(
                RecordKind.PERSON.number(7),
                new PersonDetails("ann", "Ann", "ann@example.org", "+31 20 1234567", channel, null, Set.of()));
        person.leave();
        person.forget();
        return person;
    }

    private static <R> R knowingNothing(Class<R> repository) {
        return answering(repository, "knows", false);
    }

    private static PersonRepository only(Person person) {
        return answering(PersonRepository.class, "require", person);
    }

    private static <R> R answering(Class<R> repository, String method, Object answer) {
        return repository.cast(Proxy.newProxyInstance(
                repository.getClassLoader(), new Class<?>[] {repository}, (self, called, args) -> {
                    assertThat(called.getName())
                            .as("what is asked of " + repository)
                            .isEqualTo(method);
                    return answer;
                }));
    }
}
