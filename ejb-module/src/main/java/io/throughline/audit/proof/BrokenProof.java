package io.throughline.audit.proof;

/** A proof, a note or a tree that is not what it claims to be; the message says what is wrong. */
public class BrokenProof extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenProof(String message) {
        super(message);
    }

    public BrokenProof(String message, Throwable cause) {
        super(message, cause);
    }
}
