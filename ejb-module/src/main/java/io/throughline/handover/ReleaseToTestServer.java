package io.throughline.handover;

import io.throughline.configuration.service.ServerService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.operation.service.JobRequests;
import io.throughline.release.domain.TestServers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A test of a release is a job on a server that Configuration knows as a test server. */
@ApplicationScoped
class ReleaseToTestServer implements TestServers {

    @Inject
    ServerService servers;

    @Inject
    JobRequests jobs;

    @Override
    public String requestTest(String release, String server) {
        if (!servers.get(RecordNumber.parse(server)).testServer()) {
            throw Invalid.field("server", "must be a test server");
        }
        return jobs.request("release-test", Map.of("release", release, "server", server));
    }
}
