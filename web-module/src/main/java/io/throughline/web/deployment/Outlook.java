package io.throughline.web.deployment;

import io.throughline.deployment.domain.forecast.Forecast;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast a rollout is and when it will be through, in words. */
@Named
@RequestScoped
public class Outlook {

    private static final int SECONDS_OF_A_MINUTE = 60;

    @Inject
    Texts texts;

    @Inject
    Show show;

    /** Nothing before the start and after the end. */
    public String of(Forecast forecast) {
        List<String> said = new ArrayList<>();
        if (forecast.perSecond() != null) {
            said.add(texts.get("deployment.pace", Math.round(forecast.perSecond() * SECONDS_OF_A_MINUTE)));
        }
        if (forecast.secondsLeft() != null) {
            said.add(texts.get("deployment.endsAt", show.duration(Duration.ofSeconds(forecast.secondsLeft()))));
        } else if (forecast.unknown() != Forecast.Unknown.NOT_STARTED && forecast.unknown() != Forecast.Unknown.OVER) {
            said.add(texts.get("deployment.unknown." + forecast.unknown()));
        }
        return String.join("; ", said);
    }
}
