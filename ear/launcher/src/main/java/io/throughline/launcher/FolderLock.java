package io.throughline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** One process at a time per data folder. The system releases the lock when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(DataFolder data) {
        try {
            FileChannel channel =
                    FileChannel.open(data.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return new FolderLock(channel);
            }
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String by = new ProcessFile(data.processFile())
                .running()
                .map(running -> " (process " + running.process().pid() + ", " + running.url() + ")")
                .orElse("");
        throw new LaunchRefused("Another Throughline server uses the data folder " + data.root() + by + ".");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
