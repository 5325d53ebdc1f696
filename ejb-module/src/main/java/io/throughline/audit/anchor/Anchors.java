package io.throughline.audit.anchor;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the configured list of anchors. */
public final class Anchors {

    private Anchors() {}

    /**
     * @param configured addresses with commas between them: {@code file:FOLDER}, {@code git:FOLDER},
     *     {@code mailto:ADDRESS}, {@code http(s)://WITNESS}; blank for a folder beside the data
     * @param data the data folder
     * @param mail sends a note to an address
     * @throws IllegalArgumentException naming the address that is none of these
     */
    public static List<Anchor> of(String configured, Path data, BiConsumer<String, String> mail) {
        Path own = data.resolve("anchors");
        if (configured == null || configured.isBlank()) {
            return List.of(new FolderAnchor(own));
        }
        List<Anchor> anchors = new ArrayList<>();
        for (String address : configured.split(",")) {
            String given = address.strip();
            if (given.startsWith("file:")) {
                anchors.add(new FolderAnchor(Path.of(given.substring(5))));
            } else if (given.startsWith("git:")) {
                anchors.add(new GitAnchor(Path.of(given.substring(4))));
            } else if (given.startsWith("mailto:")) {
                anchors.add(new MailAnchor(given.substring(7), mail));
            } else if (given.startsWith("http://") || given.startsWith("https://")) {
                URI witness = URI.create(given.replaceFirst("/+$", ""));
                anchors.add(
                        new WitnessAnchor(witness, own.resolve("witness-" + Integer.toHexString(given.hashCode()))));
            } else {
                throw new IllegalArgumentException(
                        "throughline.audit.anchors: " + given + " is neither file:, git:, mailto: nor http(s)://");
            }
        }
        return anchors;
    }
}
