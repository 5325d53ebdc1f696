package io.throughline.web.deployment;

import io.throughline.deployment.domain.plan.FailureThreshold;
import io.throughline.deployment.domain.plan.SuccessThreshold;
import io.throughline.deployment.domain.plan.WaveGate;
import io.throughline.deployment.domain.plan.WaveRequest;
import java.util.List;

/** A wave as a form has it; one that selects nothing is not meant. */
record WaveForm(
        String waveName,
        Integer count,
        Integer percent,
        List<String> servers,
        String label,
        FailureThreshold maxFailures,
        Integer soakSeconds,
        SuccessThreshold minSuccess,
        WaveGate gate) {

    boolean isGiven() {
        return count != null || percent != null || servers != null || label != null;
    }

    WaveRequest request() {
        return new WaveRequest(waveName, count, percent, servers, label, maxFailures, soakSeconds, minSuccess, gate);
    }
}
