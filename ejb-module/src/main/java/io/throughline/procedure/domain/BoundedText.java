package io.throughline.procedure.domain;

/** A text that a regular expression may look at only so often: what a host writes must not keep a job busy for ever. */
final class BoundedText implements CharSequence {

    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("the pattern looks at the text too often", null, false, false);
        }
    }

    private final CharSequence text;
    private final int[] looksLeft;

    BoundedText(CharSequence text, int looks) {
        this(text, new int[] {looks});
    }

    private BoundedText(CharSequence text, int[] looksLeft) {
        this.text = text;
        this.looksLeft = looksLeft;
    }

    @Override
    public char charAt(int index) {
        if (--looksLeft[0] < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looksLeft);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
