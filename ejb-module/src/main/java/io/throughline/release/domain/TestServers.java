package io.throughline.release.domain;

import io.throughline.kernel.domain.refusal.Invalid;

/** Where packages are tried out before they are accepted. */
public interface TestServers {

    /**
     * Asks, in the caller's transaction, for a test of the release's package: install, verify, roll back, verify again.
     *
     * @return number of the job
     * @throws Invalid when the server is no test server
     */
    String requestTest(String release, String server);
}
