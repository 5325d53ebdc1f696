package io.throughline.web.configuration;

import io.throughline.incident.service.symptom.FrontDoorView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A front door's success rate laid out for an SVG of 600 by 160. */
public final class Curve {

    private static final int LEFT = 40;
    private static final int RIGHT = 590;
    private static final int TOP = 10;
    private static final int BOTTOM = 135;

    private final FrontDoorView view;
    private final Instant from;
    private final long span;

    public Curve(FrontDoorView view) {
        this.view = view;
        List<FrontDoorView.Point> series = view.series();
        this.from = series.isEmpty() ? null : series.get(0).at();
        this.span = series.isEmpty()
                ? 1
                : Math.max(
                        1,
                        Duration.between(from, series.get(series.size() - 1).at())
                                .toMillis());
    }

    public String getLine() {
        StringBuilder points = new StringBuilder();
        for (FrontDoorView.Point point : view.series()) {
            points.append(x(point.at())).append(',').append(y(point.percent())).append(' ');
        }
        return points.toString().strip();
    }

    public String getArea() {
        return view.series().isEmpty() ? "" : LEFT + "," + BOTTOM + " " + getLine() + " " + RIGHT + "," + BOTTOM;
    }

    /** Height of the share with which the service counts as working. */
    public int getGoal() {
        return y(view.minimumSuccessPercent());
    }

    public Instant getFrom() {
        return from;
    }

    public FrontDoorView getView() {
        return view;
    }

    private int x(Instant at) {
        long since = Duration.between(from, at).toMillis();
        return LEFT + (int) (since * (RIGHT - LEFT) / span);
    }

    private static int y(int percent) {
        return BOTTOM - percent * (BOTTOM - TOP) / 100;
    }
}
