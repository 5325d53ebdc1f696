package io.throughline.audit.anchor;

import java.io.IOException;

/** What an anchor holds and what the trail says now cannot both be true. */
public class AnchorRefused extends IOException {

    private static final long serialVersionUID = 1L;

    public AnchorRefused(String message) {
        super(message);
    }
}
