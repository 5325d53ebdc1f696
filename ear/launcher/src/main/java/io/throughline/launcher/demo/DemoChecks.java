package io.throughline.launcher.demo;

import io.throughline.launcher.StartChecks;

/** What must hold before the demonstration starts anything or writes anything; each failure is one line. */
final class DemoChecks {

    private static final String CONTROL_ADDRESS = "127.0.0.1";
    /** Address of the fleet's first host; the others follow it. */
    private static final String FIRST_HOST_ADDRESS = "127.0.1.1";

    private DemoChecks() {}

    static void run(DemoSettings settings, DemoLayout layout) {
        StartChecks.run(settings.server(), layout.distribution());
        StartChecks.requireNotRunning(settings.server().dataFolder());
        StartChecks.requireFree(CONTROL_ADDRESS, settings.controlPort(), wanted(DemoOption.CONTROL_PORT));
        StartChecks.requireFree(FIRST_HOST_ADDRESS, settings.sshPort(), wanted(DemoOption.SSH_PORT));
    }

    private static String wanted(DemoOption option) {
        return "-D" + option.property() + " or " + option.environmentVariable();
    }
}
