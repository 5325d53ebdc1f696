package io.throughline.operation.service;

import io.throughline.operation.domain.ScheduleRun;

/**
 * Makes what a scheduled rollout needs at each run: a pre-authorized standard change from its template, and the release
 * and deployment that go with it. Implemented where the processes meet.
 */
public interface StandardRollouts {

    /**
     * Asks when a schedule is made what every run will ask.
     *
     * @param template number of the change template
     * @throws io.throughline.kernel.domain.refusal.Refusal when no run of it could come to anything as things stand
     */
    void check(String template);

    /**
     * In the caller's transaction; a refusal leaves nothing behind.
     *
     * @param template number of the change template
     * @param schedule number of the schedule that asks
     * @return what was made; the deployment is confirmed, and not yet started
     */
    ScheduleRun.Rollout prepare(String template, String schedule);

    /** Lets the first wave begin, once the job that carries it is asked for. */
    void start(ScheduleRun.Rollout rollout);
}
