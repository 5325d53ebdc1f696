package io.throughline.verification.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** At which addresses a process listens, as Linux tells it under {@code /proc}. */
public final class ListeningSockets {

    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /** Goes on only where there is a {@code /proc}. */
    public static List<InetSocketAddress> of(long pid) throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "there is no /proc/net/tcp (Linux)");
        Set<String> inodes = socketsOf(pid);
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.exists(Path.of(table))) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.trim().split("\\s+");
                    if (columns[STATE].equals(LISTENING) && inodes.contains(columns[INODE])) {
                        addresses.add(address(columns[ADDRESS]));
                    }
                }
            }
        }
        return addresses;
    }

    private static Set<String> socketsOf(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    // a connection that came and went between listing and reading
                    continue;
                }
            }
        }
        return inodes;
    }

    /** Words of 32 bits, each with its lowest byte first. */
    private static InetSocketAddress address(String column) throws IOException {
        String[] parts = column.split(":");
        byte[] given = HexFormat.of().parseHex(parts[0]);
        ByteBuffer words = ByteBuffer.wrap(given).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer address = ByteBuffer.allocate(given.length);
        while (words.hasRemaining()) {
            address.putInt(words.getInt());
        }
        return new InetSocketAddress(InetAddress.getByAddress(address.array()), Integer.parseInt(parts[1], 16));
    }
}
