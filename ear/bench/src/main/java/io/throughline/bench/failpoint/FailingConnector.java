package io.throughline.bench.failpoint;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.ssh.SshHostConnector;
import io.throughline.batch.connector.ssh.SshIdentity;
import io.throughline.batch.connector.ssh.SshLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product's own connector for SSH, with failpoints before, in and after what it does. */
public final class FailingConnector implements HostConnector {

    private static final int ARGUMENTS = 2_000;
    private static final int HALF_A_PACKAGE = 5_000;
    private static final Pattern ORDER = Pattern.compile("\\b(install|verify|rollback) product=");

    private final HostConnector ssh = new SshHostConnector(
            SshIdentity.loadOrCreate(
                    Path.of(System.getProperty("throughline.data")).resolve("keys/connector")),
            SshLimits.usual());

    @Override
    public CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command) {
        String verb = verb(command.line());
        if (verb.equals("install")) {
            Failpoint.AFTER_INTENT.reached();
        }
        HostCommand sent = new HostCommand(
                command.line(),
                verb.equals("install") ? () -> new Counting(command.input().open()) : command.input(),
                command.limit(),
                command.outputLimit());
        return ssh.execute(target, sent).thenApply(answer -> {
            if (verb.equals("install")) {
                Failpoint.AFTER_APPLY.reached();
            } else if (verb.equals("rollback")) {
                Failpoint.IN_ROLLBACK.reached();
            }
            return answer;
        });
    }

    private static String verb(String line) {
        Matcher found = ORDER.matcher(line.substring(Math.max(0, line.length() - ARGUMENTS)));
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        try {
            ssh.close();
        } catch (RuntimeException alreadyClosed) {
            // the server ends
        }
    }

    /** Notices when half of the package was read. */
    private static final class Counting extends FilterInputStream {

        private int read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int bytes = super.read(buffer, from, Math.min(most, HALF_A_PACKAGE));
            count(bytes);
            return bytes;
        }

        private void count(int bytes) {
            boolean before = read >= HALF_A_PACKAGE;
            read += Math.max(0, bytes);
            if (!before && read >= HALF_A_PACKAGE) {
                Failpoint.IN_TRANSFER.reached();
            }
        }
    }
}
