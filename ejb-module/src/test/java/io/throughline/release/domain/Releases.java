package io.throughline.release.domain;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Releases in every state, each reached by the verbs that lead there, and packages for them. */
public final class Releases {

    public static final String MANAGER = "PER-000001";
    public static final String OWNER = "PER-000002";
    public static final String BUILDER = "PER-000003";
    public static final String UPLOADER = "PER-000004";
    public static final String ACCEPTER = "PER-000005";
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final String SCRIPT = "#!/bin/sh\nexit 0\n";

    private Releases() {}

    public static Deed by(String actor) {
        return new Deed(actor, NOW, "because");
    }

    public static PackageArchive archive(String product, String version, boolean forwardOnly) {
        String rollback = forwardOnly ? "" : ", \"rollback\": \"rollback.sh\"";
        PackageBuilder builder = new PackageBuilder()
                .file("level.sh", SCRIPT)
                .file("install.sh", SCRIPT)
                .file("verify.sh", SCRIPT)
                .file("rollback.sh", SCRIPT)
                .file("manifest.json", """
                        {"format": 1, "product": "%s", "version": "%s", "description": "a patch", "forwardOnly": %s,
                         "scripts": {"level": "level.sh", "install": "install.sh", "verify": "verify.sh"%s}}""".formatted(product, version, forwardOnly, rollback));
        try {
            Path file = Files.createTempFile("package", ".tar.gz");
            file.toFile().deleteOnExit();
            return builder.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReleasePackage packageOf(String product, String version, boolean forwardOnly) {
        return new ReleasePackage(
                RecordKind.RELEASE_PACKAGE.number(1),
                archive(product, version, forwardOnly),
                new PackageSignature("throughline", "c2lnbmF0dXJl"),
                by(UPLOADER));
    }

    public static ReleasePackage wanted() {
        return packageOf("shopping-cart", "4.2.8", false);
    }

    public static TestResult result(String digest, TestResult.Part... passed) {
        List<TestResult.Step> steps = Arrays.stream(TestResult.Part.values())
                .map(part -> new TestResult.Step(part, List.of(passed).contains(part), "seen", 12, NOW))
                .toList();
        return new TestResult(digest, "SRV-000025", "JOB-000001", steps);
    }

    public static Release open() {
        ReleaseOrder order = new ReleaseOrder(
                "CHG-000001", "Accept the new CA", "shopping-cart", "4.2.8", "CRITICAL", true, MANAGER);
        return new Release(RecordKind.RELEASE.number(1), order, by("PER-000009"));
    }

    public static Release acknowledged() {
        Release release = open();
        release.acknowledge(MANAGER, OWNER, BUILDER, by(MANAGER));
        release.plan(new Strategy("canary, then waves", "ams1-cart-01", null, "push"), by(OWNER));
        return release;
    }

    public static Release in(ReleaseState state) {
        Release release = acknowledged();
        if (state == ReleaseState.OPEN) {
            return release;
        }
        if (state == ReleaseState.CANCELLED) {
            release.cancel(by(MANAGER));
            return release;
        }
        release.build(wanted(), by(BUILDER));
        if (state.ordinal() >= ReleaseState.TESTED.ordinal()) {
            release.recordTest(result(release.packageDigest(), TestResult.Part.values()), by("machine:test"));
        }
        if (state.ordinal() >= ReleaseState.ACCEPTED.ordinal()) {
            release.accept("tested well", by(ACCEPTER));
        }
        if (state.ordinal() >= ReleaseState.SCHEDULED.ordinal()) {
            release.schedule("DEP-000001", by(OWNER));
        }
        if (state.ordinal() >= ReleaseState.DEPLOYED.ordinal()) {
            release.recordDeployment(state != ReleaseState.FAILED, by(OWNER));
        }
        if (state == ReleaseState.CLOSED) {
            release.close(by(OWNER));
        }
        return release;
    }
}
