package io.throughline.incident.domain.symptom;

/** Knocks at a service's front door as its users do. */
public interface FrontDoorProbe {

    /**
     * Where and how often to knock.
     *
     * @param url HTTP or HTTPS address
     * @param expectStatus HTTP status of a good answer
     * @param samples how many times, at least once
     * @param minimumSuccessPercent share of good answers with which the service counts as working
     */
    record Door(String url, int expectStatus, int samples, int minimumSuccessPercent) {}

    /**
     * What came back.
     *
     * @param successes how many of the samples were answered as expected
     * @param detail what the others were, in words; empty when there were none
     */
    record Reading(int samples, int successes, String detail) {

        public int percent() {
            return samples == 0 ? 0 : successes * 100 / samples;
        }

        /** Exactly: 949 of 1,000 are not 95 percent. */
        public boolean passes(int minimumSuccessPercent) {
            return samples > 0 && successes * 100L >= (long) minimumSuccessPercent * samples;
        }
    }

    /** Asks as often as the door says; an answer that does not come counts as none. Takes bounded time. */
    Reading read(Door door);
}
