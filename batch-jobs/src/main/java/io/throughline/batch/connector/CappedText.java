package io.throughline.batch.connector;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Collects what a host writes: the first bytes up to a bound, the rest only counted. As text it is free of everything
 * that could play tricks on a terminal, a log or a page: control characters and marks that turn the writing direction.
 */
public final class CappedText extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long dropped;

    /** @param limit bytes to keep */
    public CappedText(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int fits = Math.min(length, limit - kept.size());
        kept.write(bytes, offset, fits);
        dropped += length - fits;
    }

    /** The text; where it was cut, a last line says how much is missing. */
    public synchronized String text() {
        String text = clean(kept.toString(StandardCharsets.UTF_8));
        return dropped == 0 ? text : text + "\n[... %d bytes left out ...]\n".formatted(dropped);
    }

    /** The same text with {@code ?} for everything that is neither printable nor a line's end nor a tab. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean shown = c == '\n'
                    || c == '\t'
                    || !Character.isISOControl(c)
                            && Character.getType(c) != Character.FORMAT
                            && Character.getType(c) != Character.SURROGATE;
            if (c != '\r') {
                clean.appendCodePoint(shown ? c : '?');
            }
        });
        return clean.toString();
    }
}
