package io.throughline.web.configuration;

import io.throughline.configuration.service.ImpactService;
import io.throughline.configuration.service.ImpactView;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;

/** What a change of some things would touch, and by which path: as a graph and as a table. */
@Named
@RequestScoped
public class ImpactPage {

    @Inject
    ImpactService impacts;

    private String of;
    private ImpactView view;
    private ImpactDrawing drawing;

    public void load() {
        view = impacts.impactOf(Arrays.stream((of == null ? "" : of).split(","))
                .map(String::strip)
                .map(RecordNumber::parse)
                .toList());
        drawing = new ImpactDrawing(view.graph());
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }

    public ImpactView getView() {
        return view;
    }

    public ImpactDrawing getDrawing() {
        return drawing;
    }
}
