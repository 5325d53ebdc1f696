package io.throughline.batch.connector;

import java.io.IOException;
import java.io.InputStream;

/** What a command reads from its standard input. */
@FunctionalInterface
public interface HostInput {

    /** Opened once per exchange, read while the host takes it, closed by the connector. */
    InputStream open() throws IOException;

    static HostInput none() {
        return InputStream::nullInputStream;
    }
}
