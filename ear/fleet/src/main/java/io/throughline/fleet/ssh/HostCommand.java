package io.throughline.fleet.ssh;

import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command on one host, run by {@code /bin/sh} in the host's directory with a clean environment.
 *
 * <p>As under a real SSH server the command outlives its connection: when the client is gone its input ends and its output
 * has no reader, but nobody kills it. Only a host that goes down takes it along.
 */
final class HostCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(HostCommand.class);
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    /** Blocks of 512 bytes; the signal is ignored so that the writer sees an error, as it would on a full disk. */
    private static final String ON_A_FULL_DISK = "trap '' XFSZ; ulimit -f 4; eval \"$COMMAND\"";

    private final FleetHost host;
    private final Account account;
    private final String command;
    private final ReadOnlyShell readOnly;
    private final Executor threads;
    private final CountDownLatch clientGone = new CountDownLatch(1);

    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile Process process;

    HostCommand(FleetHost host, Account account, String command, ReadOnlyShell readOnly, Executor threads) {
        this.host = host;
        this.account = account;
        this.command = command;
        this.readOnly = readOnly;
        this.threads = threads;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        String connection = connection(channel);
        threads.execute(() -> run(connection));
    }

    @Override
    public void destroy(ChannelSession channel) throws IOException {
        clientGone.countDown();
        Process running = process;
        if (running != null) {
            running.getOutputStream().close();
        }
    }

    private void run(String connection) {
        try {
            if (clientGone.await(host.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            ReadOnlyShell.Place place = account == Account.PROBE
                    ? readOnly.enter(host.directory())
                    : new ReadOnlyShell.Place(
                            List.of("/bin/sh", "-c"), host.directory().path(), null);
            try {
                exit.onExit(runIn(place, connection));
            } finally {
                place.leave();
            }
        } catch (IOException e) {
            LOG.warn("command on {} did not start: {}", host.name(), e.getMessage());
            exit.onExit(126, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exit.onExit(255, "the fleet is shutting down");
        }
    }

    private int runIn(ReadOnlyShell.Place place, String connection) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(place.shell());
        boolean full = host.fault() == Fault.DISK_FULL;
        shell.add(full ? ON_A_FULL_DISK : command);
        ProcessBuilder builder =
                new ProcessBuilder(shell).directory(place.directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", place.directory().toString());
        environment.put("PATH", PATH);
        environment.put("SHELL", "/bin/sh");
        environment.put("LANG", "C.UTF-8");
        environment.put("USER", account.login());
        environment.put("LOGNAME", account.login());
        environment.put("SSH_CONNECTION", connection);
        if (account == Account.DEPLOY) {
            environment.put("TMPDIR", place.directory().resolve("tmp").toString());
        }
        if (full) {
            environment.put("COMMAND", command);
        }
        Process started = builder.start();
        host.runs(started);
        process = started;
        if (clientGone.getCount() == 0) {
            started.getOutputStream().close();
        }
        threads.execute(() -> feed(started));
        CountDownLatch errorsRead = new CountDownLatch(1);
        threads.execute(() -> {
            drain(started.getErrorStream(), err);
            errorsRead.countDown();
        });
        drain(started.getInputStream(), out);
        errorsRead.await();
        int code = started.waitFor();
        // 128 + n is how a shell reports a child that a signal ended; Java reports a killed process the same way.
        return code;
    }

    private void feed(Process running) {
        try (OutputStream stdin = running.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                stdin.write(buffer, 0, n);
                stdin.flush();
            }
        } catch (IOException e) {
            LOG.debug("input of a command on {} ended: {}", host.name(), e.getMessage());
        }
    }

    /** Copies until the end; without a reader on the other side the pipe is closed, as a lost connection closes it. */
    private void drain(InputStream from, OutputStream to) {
        try (from) {
            byte[] buffer = new byte[8192];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
            }
        } catch (IOException e) {
            LOG.debug("output of a command on {} lost its reader: {}", host.name(), e.getMessage());
        }
    }

    private static String connection(ChannelSession channel) {
        InetSocketAddress client = (InetSocketAddress) channel.getSession().getRemoteAddress();
        InetSocketAddress server = (InetSocketAddress) channel.getSession().getLocalAddress();
        return client.getAddress().getHostAddress()
                + ' '
                + client.getPort()
                + ' '
                + server.getAddress().getHostAddress()
                + ' '
                + server.getPort();
    }
}
