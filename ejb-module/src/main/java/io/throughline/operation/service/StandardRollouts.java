package io.throughline.operation.service;

/**
 * Makes what a scheduled rollout needs at each run: a pre-authorized standard change from its template, and the release
 * and deployment that go with it. Implemented where the processes meet.
 */
public interface StandardRollouts {

    /**
     * @param template number of the change template
     * @param schedule number of the schedule that asks
     * @return number of the deployment, ready to be rolled out
     */
    String prepare(String template, String schedule);
}
