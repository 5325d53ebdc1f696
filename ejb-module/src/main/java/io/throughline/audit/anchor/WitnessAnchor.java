package io.throughline.audit.anchor;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An HTTP witness (C2SP tlog-witness): it remembers the newest checkpoint, takes a further one only with a proof that it
 * continues that one, and cosigns. The cosigned notes are kept in a folder as well.
 */
final class WitnessAnchor implements Anchor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TWICE = 2;

    private final URI witness;
    private final FolderAnchor cosigned;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    WitnessAnchor(URI witness, Path folder) {
        this.witness = witness;
        this.cosigned = new FolderAnchor(folder);
    }

    @Override
    public String name() {
        return witness.toString();
    }

    @Override
    public void publish(String note, Growth growth) throws IOException, InterruptedException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        List<String> kept = cosigned.kept();
        long known = kept.isEmpty()
                ? 0
                : Checkpoint.parse(SignedNote.parse(kept.get(kept.size() - 1)).text())
                        .size();
        for (int attempt = 0; attempt < TWICE; attempt++) {
            HttpResponse<String> answer = add(note, known, growth);
            switch (answer.statusCode()) {
                case 200 -> {
                    cosigned.publish(note + answer.body(), growth);
                    return;
                }
                case 409 -> known = itsSize(answer.body(), checkpoint.size());
                case 422 ->
                    throw new AnchorRefused("the witness says that the trail does not continue the one of " + known
                            + " records that it knows");
                default ->
                    throw new IOException("the witness answers " + answer.statusCode() + " "
                            + answer.body().strip());
            }
        }
        throw new IOException("the witness knows another size each time");
    }

    private static long itsSize(String body, long ours) throws IOException {
        long size;
        try {
            size = Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new IOException("the witness does not say which size it knows", e);
        }
        if (size > ours) {
            throw new AnchorRefused("the witness knows a trail of " + size + " records; there are " + ours);
        }
        return size;
    }

    private HttpResponse<String> add(String note, long known, Growth growth) throws IOException, InterruptedException {
        String proof = known == 0
                ? ""
                : growth.since(known).stream().map(hash -> hash + "\n").collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(witness + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "old " + known + "\n" + proof + "\n" + note, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> kept() throws IOException, InterruptedException {
        return cosigned.kept();
    }
}
