package io.throughline.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Processor time that running processes have used, in seconds, as the kernel counts it. */
public final class Cpu {

    private static final double TICKS_PER_SECOND = 100;

    private Cpu() {}

    /** Of one process. */
    public static DoubleSupplier of(long pid) {
        return () -> {
            String[] stat = stat(Path.of("/proc", String.valueOf(pid)));
            return stat == null ? 0 : ticks(stat, 11, 12) / TICKS_PER_SECOND;
        };
    }

    /** Of a process, of those children that have ended, and of those that live: a database with its workers. */
    public static DoubleSupplier withChildren(long pid) {
        return () -> {
            String[] own = stat(Path.of("/proc", String.valueOf(pid)));
            double ticks = own == null ? 0 : ticks(own, 11, 12, 13, 14);
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                for (Path process : processes.filter(Cpu::isProcess).toList()) {
                    String[] stat = stat(process);
                    if (stat != null && Long.parseLong(stat[1]) == pid) {
                        ticks += ticks(stat, 11, 12);
                    }
                }
            } catch (IOException elsewhere) {
                return 0;
            }
            return ticks / TICKS_PER_SECOND;
        };
    }

    private static boolean isProcess(Path path) {
        return Character.isDigit(path.getFileName().toString().charAt(0));
    }

    /** The fields after the name, which may hold blanks: state, parent, … */
    private static String[] stat(Path process) {
        try {
            String text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return null;
        }
    }

    private static double ticks(String[] stat, int... fields) {
        double ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(stat[field]);
        }
        return ticks;
    }
}
