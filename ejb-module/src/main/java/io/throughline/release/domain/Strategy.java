package io.throughline.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How a release is to be brought out. */
@Embeddable
public class Strategy {

    @Column(name = "strategy_text")
    private String text;

    @Column(name = "pilots")
    private String pilots;

    @Column(name = "wanted_window")
    private String window;

    @Column(name = "deployment_model")
    private String deploymentModel;

    protected Strategy() {}

    public Strategy(String text, String pilots, String window, String deploymentModel) {
        this.text = text;
        this.pilots = pilots;
        this.window = window;
        this.deploymentModel = deploymentModel;
    }

    public String text() {
        return text;
    }

    public String pilots() {
        return pilots;
    }

    public String window() {
        return window;
    }

    public String deploymentModel() {
        return deploymentModel;
    }
}
