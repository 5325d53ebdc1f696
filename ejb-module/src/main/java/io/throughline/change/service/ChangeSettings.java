package io.throughline.change.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Policies of Change that an operator sets. */
@ApplicationScoped
public class ChangeSettings {

    /** Whether in an emergency one judgement is enough before it may be authorized. */
    @Inject
    @ConfigProperty(name = "throughline.change.emergency-one-assessor", defaultValue = "true")
    boolean oneAssessorInEmergencies;

    /** Within what time somebody must second what one person authorized alone. */
    @Inject
    @ConfigProperty(name = "throughline.change.second-within", defaultValue = "PT30M")
    Duration secondWithin;

    /** Within what time an emergency is looked back on. */
    @Inject
    @ConfigProperty(name = "throughline.change.retrospective-within", defaultValue = "P5D")
    Duration retrospectiveWithin;

    /** How long a link that calls an authority works. */
    @Inject
    @ConfigProperty(name = "throughline.change.link-life", defaultValue = "PT30M")
    Duration linkLife;

    /** How long the window is that a link proposes when its sender names none. */
    @Inject
    @ConfigProperty(name = "throughline.change.emergency-window", defaultValue = "PT4H")
    Duration emergencyWindow;

    boolean oneAssessorInEmergencies() {
        return oneAssessorInEmergencies;
    }

    Duration secondWithin() {
        return secondWithin;
    }

    Duration retrospectiveWithin() {
        return retrospectiveWithin;
    }

    Duration linkLife() {
        return linkLife;
    }

    Duration emergencyWindow() {
        return emergencyWindow;
    }
}
