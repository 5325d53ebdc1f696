package io.throughline.web.home;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** Opens the record whose number was typed into the field at the top of every page. */
@Named
@RequestScoped
public class Finder {

    @Inject
    Attempt attempt;

    private String number;

    public String open() {
        return attempt.leading(null, () -> {
            String typed = number == null ? "" : number.strip().toUpperCase(Locale.ROOT);
            try {
                return Show.redirectTo(RecordNumber.parse(typed));
            } catch (Invalid malformed) {
                throw new NotFound("record", typed);
            }
        });
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
