package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.identity.domain.Channel;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingTest {

    record Window(Instant from, Instant to) {}

    record Command(
            String title,
            int effort,
            Integer limit,
            boolean helped,
            Boolean complete,
            Channel channel,
            List<String> servers,
            Set<Channel> channels,
            RecordNumber change,
            Window window) {}

    private final Map<String, Object> typed = new HashMap<>();

    @Test
    void aFormThatIsEmptyGivesNothing() {
        Command bound = Binding.bind(Command.class, typed);

        assertThat(bound).isEqualTo(new Command(null, 0, null, false, null, null, null, null, null, null));
    }

    @Test
    void everyFieldIsReadAsItsComponentIs() {
        typed.put("title", "  Orders fail ");
        typed.put("effort", "90");
        typed.put("limit", "7");
        typed.put("helped", true);
        typed.put("complete", "true");
        typed.put("channel", "PHONE");
        typed.put("servers", "SRV-000001, SRV-000002\nSRV-000003");
        typed.put("channels", List.of("EMAIL", "PHONE"));
        typed.put("change", "CHG-000004");
        typed.put("window_from", "2026-03-01T18:30");
        typed.put("window_to", "2026-03-01T20:30:00Z");

        Command bound = Binding.bind(Command.class, typed);

        assertThat(bound)
                .isEqualTo(new Command(
                        "Orders fail",
                        90,
                        7,
                        true,
                        true,
                        Channel.PHONE,
                        List.of("SRV-000001", "SRV-000002", "SRV-000003"),
                        Set.of(Channel.EMAIL, Channel.PHONE),
                        RecordNumber.parse("CHG-000004"),
                        new Window(Instant.parse("2026-03-01T18:30:00Z"), Instant.parse("2026-03-01T20:30:00Z"))));
    }

    @Test
    void everyFieldThatCannotBeReadIsNamedWithWhatIsAllowed() {
        typed.put("effort", "much");
        typed.put("channel", "FAX");
        typed.put("window_from", "soon");

        Invalid refused = catchThrowableOfType(Invalid.class, () -> Binding.bind(Command.class, typed));

        assertThat(refused.errors())
                .containsExactly(
                        new Invalid.FieldError("effort", "must be a whole number"),
                        new Invalid.FieldError("channel", "must be one of EMAIL, PHONE"),
                        new Invalid.FieldError(
                                "window.from", "must be a date and time in UTC, as in 2026-03-01T18:30"));
    }
}
