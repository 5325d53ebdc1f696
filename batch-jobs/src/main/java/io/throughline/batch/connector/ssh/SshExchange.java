package io.throughline.batch.connector.ssh;

import io.throughline.batch.connector.CappedText;
import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostAnswer.Answered;
import io.throughline.batch.connector.HostAnswer.InDoubt;
import io.throughline.batch.connector.HostAnswer.Quarantined;
import io.throughline.batch.connector.HostAnswer.Unreachable;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.channel.StreamingChannel;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** One connection with one command, from dialling to the answer. Nothing here waits; each stage begins the next. */
final class SshExchange {

    /** How far we are; only from {@code SENT} on may the host have the command. */
    private enum Stage {
        CONNECTING("no connection"),
        LOGGING_IN("no login"),
        OPENING("no channel"),
        SENT("no answer");

        private final String failure;

        Stage(String failure) {
            this.failure = failure;
        }
    }

    private static final int LONGEST_REASON = 300;

    private final SshClient client;
    private final ScheduledExecutorService clock;
    private final SshLimits limits;
    private final HostTarget target;
    private final HostCommand command;
    private final HostKeyCheck hostKey;
    private final long begun = System.nanoTime();
    private final CompletableFuture<HostAnswer> answer = new CompletableFuture<>();
    private final CappedText output;
    private final CappedText errors;

    private volatile Stage stage = Stage.CONNECTING;
    private volatile ClientSession session;
    private volatile ChannelExec channel;
    private volatile InputStream input;
    private ScheduledFuture<?> limit;

    SshExchange(
            SshClient client,
            ScheduledExecutorService clock,
            SshLimits limits,
            HostTarget target,
            HostCommand command) {
        this.client = client;
        this.clock = clock;
        this.limits = limits;
        this.target = target;
        this.command = command;
        hostKey = new HostKeyCheck(target);
        output = new CappedText(command.outputLimit());
        errors = new CappedText(command.outputLimit());
    }

    CompletableFuture<HostAnswer> begin() {
        enter(Stage.CONNECTING, limits.connect());
        // Looking a name up can take long and cannot be limited, so not on the caller's thread.
        CompletableFuture.supplyAsync(() -> new InetSocketAddress(target.address(), target.port()))
                .thenAccept(this::connect);
        return answer;
    }

    private void connect(InetSocketAddress address) {
        if (address.isUnresolved()) {
            end("the name " + target.address() + " is not known");
            return;
        }
        try {
            AttributeRepository context = AttributeRepository.ofKeyValuePair(HostKeyCheck.OF_CONNECTION, hostKey);
            client.connect(target.user(), address, context, null).addListener(connected -> {
                if (connected.isConnected()) {
                    logIn(connected.getSession());
                } else {
                    end(connected.getException());
                }
            });
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void logIn(ClientSession connected) {
        session = connected;
        if (answer.isDone()) {
            connected.close(true);
            return;
        }
        enter(Stage.LOGGING_IN, limits.login());
        connected.addCloseFutureListener(closed -> end("the connection was closed"));
        try {
            connected.auth().addListener(login -> {
                if (login.isSuccess()) {
                    send();
                } else {
                    end(login.getException());
                }
            });
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void send() {
        enter(Stage.OPENING, limits.open());
        try {
            input = command.input().open();
        } catch (IOException e) {
            end(e);
            return;
        }
        try {
            ChannelExec exec = session.createExecChannel(command.line());
            channel = exec;
            exec.setStreaming(StreamingChannel.Streaming.Async);
            CompletableFuture<Void> closed = new CompletableFuture<>();
            exec.addChannelListener(new ChannelListener() {
                @Override
                public void channelClosed(Channel ended, Throwable reason) {
                    // The host's close, or the end of the connection. The library's own closing is not waited for: it
                    // waits for input that fills the window and that nobody takes any more.
                    closed.complete(null);
                }
            });
            // The library sends the command as soon as the host opens the channel, before it tells us.
            enter(Stage.SENT, command.limit());
            exec.open().addListener(opened -> {
                if (opened.isOpened()) {
                    CompletableFuture.allOf(
                                    closed,
                                    SshStreams.collect(exec.getAsyncOut(), output),
                                    SshStreams.collect(exec.getAsyncErr(), errors))
                            .thenRun(this::finished);
                    SshStreams.feed(input, exec.getAsyncIn(), this::end);
                } else if (opened.getException() instanceof SshChannelOpenException refused) {
                    // the one failure that says for sure that the host did not get the command
                    enter(Stage.OPENING, limits.open());
                    end(refused);
                } else {
                    end(opened.getException());
                }
            });
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void finished() {
        Integer exit = channel.getExitStatus();
        if (exit != null) {
            complete(new Answered(exit, output.text(), errors.text(), elapsed()));
        } else {
            String signal = channel.getExitSignal();
            end(signal == null ? "the connection was closed" : "the command was killed by the signal " + signal);
        }
    }

    private void enter(Stage next, Duration most) {
        synchronized (this) {
            if (limit != null) {
                limit.cancel(false);
            }
            stage = next;
            if (answer.isDone()) {
                return;
            }
            try {
                limit = clock.schedule(
                        () -> end("nothing for " + most.toMillis() / 1000.0 + " s"),
                        most.toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                end("the connector is closed");
            }
        }
    }

    private void end(Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getMessage() == null && root.getCause() != null) {
            root = root.getCause();
        }
        end(
                root == null
                        ? "unknown cause"
                        : root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    private void end(String cause) {
        Stage reached = stage;
        String clean = CappedText.clean(cause).replace('\n', ' ');
        String reason = reached.failure + " at " + target + ": "
                + (clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean);
        if (hostKey.rejection().isPresent()) {
            complete(new Quarantined(hostKey.rejection().get(), elapsed()));
        } else if (reached == Stage.SENT) {
            complete(new InDoubt(reason, output.text(), elapsed()));
        } else {
            complete(new Unreachable(reason, elapsed()));
        }
    }

    private void complete(HostAnswer outcome) {
        if (!answer.complete(outcome)) {
            return;
        }
        synchronized (this) {
            if (limit != null) {
                limit.cancel(false);
            }
        }
        if (session != null) {
            session.close(true);
        }
        if (input != null) {
            try {
                input.close();
            } catch (IOException e) {
                // it was only read from; the exchange is over either way
                System.getLogger(SshExchange.class.getName())
                        .log(System.Logger.Level.DEBUG, "input of " + target + " did not close", e);
            }
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
