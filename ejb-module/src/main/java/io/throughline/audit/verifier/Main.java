package io.throughline.audit.verifier;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.VerifierKey;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code throughline audit verify FILE [--key KEY] [--anchor NOTE]...}: status 0 when everything in the file is as it was
 * sealed, 1 when not, 2 when the question cannot be understood or the file not be read.
 */
public final class Main {

    private static final int BROKEN = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            throughline audit verify FILE [--key KEY] [--anchor NOTE]...

            FILE    an export of the audit trail (.ndjson) or an evidence bundle (.zip)
            KEY     the log's verifier key as you know it from elsewhere, or a file with such keys; without it the
                    keys in the file are believed
            NOTE    a file with a checkpoint that somebody kept, to compare with

            Status: 0 verified, 1 not verified, 2 the file cannot be read.""";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<VerifierKey> keys = new ArrayList<>();
        List<Checkpoint> anchors = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try {
            if (arguments.isEmpty() || !arguments.get(0).equals("verify")) {
                err.println(HELP);
                return arguments.equals(List.of("help")) ? 0 : USAGE;
            }
            for (int i = 1; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--key" -> keys.addAll(keys(argument(arguments, ++i)));
                    case "--anchor" -> anchors.add(anchor(Path.of(argument(arguments, ++i))));
                    default -> files.add(Path.of(arguments.get(i)));
                }
            }
            if (files.size() != 1) {
                throw new IllegalArgumentException("name one file");
            }
        } catch (IllegalArgumentException | BrokenProof | IOException wrong) {
            err.println("throughline audit: " + told(wrong));
            return USAGE;
        }
        try {
            TrailFile.Report report = verify(files.get(0), keys, anchors);
            out.println("VERIFIED " + report.records() + " records" + (report.whole() ? ", the whole trail" : "")
                    + ", in the tree of " + report.checkpoint().size() + " records of "
                    + report.checkpoint().origin());
            out.println("root " + report.checkpoint().rootText());
            out.println("signed with " + report.key()
                    + (keys.isEmpty() ? "\n(a key from the file itself: compare it with the one you know)" : ""));
            if (report.anchors() > 0) {
                out.println("agrees with " + report.anchors() + " checkpoints kept elsewhere");
            }
            return 0;
        } catch (BrokenProof broken) {
            out.println("NOT VERIFIED: " + broken.getMessage());
            return BROKEN;
        } catch (IOException unreadable) {
            err.println("throughline audit: " + told(unreadable));
            return USAGE;
        }
    }

    private static TrailFile.Report verify(Path file, List<VerifierKey> keys, List<Checkpoint> anchors)
            throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(2);
            boolean zip = in.read() == 'P' && in.read() == 'K';
            in.reset();
            return zip
                    ? new Bundle(keys).verify(in)
                    : new TrailFile(keys, anchors)
                            .verify(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16));
        }
    }

    private static List<VerifierKey> keys(String given) throws IOException {
        List<String> lines = given.contains("+") && !Files.exists(Path.of(given))
                ? List.of(given)
                : Files.readAllLines(Path.of(given));
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
    }

    private static Checkpoint anchor(Path file) throws IOException {
        return Checkpoint.parse(SignedNote.parse(Files.readString(file)).text());
    }

    private static String argument(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException(arguments.get(at - 1) + " needs a value");
        }
        return arguments.get(at);
    }

    private static String told(Exception wrong) {
        return wrong instanceof NoSuchFileException
                ? "there is no file " + wrong.getMessage()
                : String.valueOf(wrong.getMessage());
    }
}
