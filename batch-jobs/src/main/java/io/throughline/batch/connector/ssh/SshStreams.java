package io.throughline.batch.connector.ssh;

import io.throughline.batch.connector.CappedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.io.IoReadFuture;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Moves bytes between us and a channel without a thread that waits. What is ready at once is moved in a loop, not by a
 * listener that calls itself: a package has thousands of blocks.
 */
final class SshStreams {

    private static final int BLOCK = 32 << 10;

    private SshStreams() {}

    /**
     * Sends the input to its end. A host that does not want the rest has answered already, so that a write that fails is
     * nobody's failure: the answer counts.
     *
     * @param unreadable told when our own input fails; the host has got a part of it then
     */
    static void feed(InputStream input, IoOutputStream to, Consumer<IOException> unreadable) {
        IoWriteFuture write;
        do {
            byte[] block;
            try {
                block = input.readNBytes(BLOCK);
            } catch (IOException e) {
                unreadable.accept(e);
                return;
            }
            if (block.length == 0) {
                to.close(false);
                return;
            }
            try {
                write = to.writeBuffer(new ByteArrayBuffer(block));
            } catch (IOException unwanted) {
                return;
            }
        } while (write.isDone() && write.isWritten());
        if (!write.isDone()) {
            write.addListener(written -> {
                if (written.isWritten()) {
                    feed(input, to, unreadable);
                }
            });
        }
    }

    /**
     * Takes everything that comes.
     *
     * @return done when nothing comes any more; never fails
     */
    static CompletableFuture<Void> collect(IoInputStream from, CappedText into) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        collect(from, into, ended);
        return ended;
    }

    private static void collect(IoInputStream from, CappedText into, CompletableFuture<Void> ended) {
        ByteArrayBuffer buffer = new ByteArrayBuffer(BLOCK);
        IoReadFuture read = from.read(buffer);
        while (read.isDone()) {
            if (!take(read, buffer, into)) {
                ended.complete(null);
                return;
            }
            buffer = new ByteArrayBuffer(BLOCK);
            read = from.read(buffer);
        }
        ByteArrayBuffer awaited = buffer;
        read.addListener(done -> {
            if (take(done, awaited, into)) {
                collect(from, into, ended);
            } else {
                ended.complete(null);
            }
        });
    }

    private static boolean take(IoReadFuture read, ByteArrayBuffer buffer, CappedText into) {
        if (read.getException() != null || read.getRead() < 0) {
            return false;
        }
        into.write(buffer.array(), buffer.rpos(), buffer.available());
        return true;
    }
}
