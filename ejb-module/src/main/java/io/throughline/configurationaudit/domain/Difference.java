package io.throughline.configurationaudit.domain;

/**
 * One thing that is not as it should be.
 *
 * @param server number of the server
 * @param product null when the server as a whole is concerned
 * @param path of the file; null when no file is concerned
 * @param expected what should be there; null when nothing is known
 * @param observed what is there
 * @param change number of the change that says what should be there; null when it was registered so
 */
public record Difference(
        FindingKind kind, String server, String product, String path, String expected, String observed, String change) {

    /** Stays the same from audit to audit as long as the difference stays. */
    public String key() {
        return String.join("|", kind.name(), server, String.valueOf(product), String.valueOf(path));
    }
}
