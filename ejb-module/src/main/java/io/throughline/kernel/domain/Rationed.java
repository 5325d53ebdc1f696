package io.throughline.kernel.domain;

import io.throughline.kernel.domain.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets no more bytes be read than were granted for the piece at hand. */
public final class Rationed extends FilterInputStream {

    private final Refusal refusal;
    private long left;

    /**
     * @param most bytes that may be read until another grant
     * @param refusal what is thrown at the first byte beyond
     */
    public Rationed(InputStream source, long most, Refusal refusal) {
        super(source);
        this.left = most;
        this.refusal = refusal;
    }

    /** From now on so many bytes may be read; what was left of the grant before is void. */
    public void grant(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        return one < 0 ? one : (int) taken(1, one);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        return count < 0 ? count : (int) taken(count, count);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        return taken(skipped, skipped);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private long taken(long count, long answer) {
        left -= count;
        if (left < 0) {
            throw refusal;
        }
        return answer;
    }
}
