package io.throughline.web.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A request's body that comes from another stream, read synchronously. */
class BodyStream extends ServletInputStream {

    private final InputStream source;
    private boolean finished;

    BodyStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int one = source.read();
        finished = one < 0;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = source.read(into, offset, length);
        finished = count < 0;
        return count;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("this body is read synchronously");
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
