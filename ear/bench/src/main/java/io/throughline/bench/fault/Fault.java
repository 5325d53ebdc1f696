package io.throughline.bench.fault;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one of the fault runs, {@code mvn -Pfault -Dfault=NAME -Dkills=N}, and writes {@code ear/target/fault/NAME.json}.
 * Unlike a benchmark it fails the build when a case does not hold.
 */
public final class Fault {

    /** One fault run; true when all of its cases hold. */
    interface Run {
        boolean run(Path ear, int kills) throws Exception;
    }

    private static final int USUAL_KILLS = 5;

    private static final Map<String, Run> ALL =
            new TreeMap<>(Map.of("audit", AuditFault::run, "rollout", RolloutFault::run));

    private Fault() {}

    /** @param arguments the folder {@code ear} */
    public static void main(String[] arguments) throws Exception {
        Path ear = Path.of(arguments[0]).toAbsolutePath().normalize();
        String name = System.getProperty("fault", "");
        Run run = ALL.get(name);
        if (run == null) {
            throw new IllegalArgumentException(
                    "-Dfault= names one of " + String.join(", ", ALL.keySet()) + ", not '" + name + "'");
        }
        if (!run.run(ear, Integer.getInteger("kills", USUAL_KILLS))) {
            throw new IllegalStateException("Some cases do not hold; see ear/target/fault/" + name + ".json");
        }
    }
}
