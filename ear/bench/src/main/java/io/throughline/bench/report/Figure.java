package io.throughline.bench.report;

/**
 * One measured figure beside the peer's in the same run.
 *
 * @param peer what it is compared with; null for a figure with a bar of its own
 * @param peerValue the peer's, in the same unit
 * @param ratio ours in terms of the peer's, larger is better; null without a peer
 * @param bar what must be reached, in words; null for a figure that is only shown
 * @param holds whether it is; null without a bar
 */
public record Figure(
        String name,
        double value,
        String unit,
        String peer,
        Double peerValue,
        Double ratio,
        String bar,
        Boolean holds) {

    /** A rate that must be at least so many times the peer's. */
    public static Figure times(String name, double value, String unit, String peer, double peerValue, double least) {
        double ratio = value / peerValue;
        return new Figure(name, value, unit, peer, peerValue, ratio, "ratio >= " + least, ratio >= least);
    }

    public static Figure atMost(String name, double value, String unit, double most) {
        return new Figure(name, value, unit, null, null, null, "<= " + most + " " + unit, value <= most);
    }

    public static Figure atLeast(String name, double value, String unit, double least) {
        return new Figure(name, value, unit, null, null, null, ">= " + least + " " + unit, value >= least);
    }

    public static Figure shown(String name, double value, String unit) {
        return new Figure(name, value, unit, null, null, null, null, null);
    }

    /** A part of the benchmark that broke off; a bar that nobody has seen reached is missed. */
    public static Figure unmeasured(String name, Exception why) {
        return new Figure(
                name + " could not be measured: " + why.getMessage(), 0, "", null, null, null, "measured", false);
    }

    /** With a value of others beside it, for whoever reads. */
    public Figure beside(String other, double otherValue) {
        return new Figure(name, value, unit, other, otherValue, ratio, bar, holds);
    }
}
