package io.throughline.verification.harness;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchiveFormat;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filter;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR with all test classes in its WAR, so that one deployment serves every test class. */
final class TestApplication {

    private static final String WAR = "web-module.war";
    private static final AtomicBoolean BUILT = new AtomicBoolean();

    private TestApplication() {}

    /**
     * The EAR for the first test class; for those after it a token that the container, which has the EAR already,
     * ignores. Arquillian asks once per class, and repacking fifteen megabytes each time would cost seconds.
     */
    static Archive<?> deployment() {
        if (BUILT.getAndSet(true)) {
            return ShrinkWrap.create(WebArchive.class, "already-deployed.war");
        }
        Path ear = TestServer.distribution().application();
        EnterpriseArchive application = ShrinkWrap.create(EnterpriseArchive.class, "throughline.ear")
                .as(ZipImporter.class)
                .importFrom(ear.toFile())
                .as(EnterpriseArchive.class);
        WebArchive war = application.getAsType(WebArchive.class, WAR, ArchiveFormat.ZIP);
        war.merge(testClasses(), "/WEB-INF/classes", inContainerOnly());
        application.addAsModule(Testable.archiveToTest(war));
        application.addAsLibraries(
                jarOf(org.assertj.core.api.Assertions.class),
                jarOf(org.awaitility.Awaitility.class),
                jarOf(org.hamcrest.Matcher.class));
        return application;
    }

    private static GenericArchive testClasses() {
        File classes = codeSource(TestApplication.class);
        return ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(classes)
                .as(GenericArchive.class);
    }

    /** What only the outside needs (this harness but for the base class, architecture rules) stays outside. */
    private static Filter<ArchivePath> inContainerOnly() {
        return path -> {
            String name = path.get();
            boolean harness = name.contains("/verification/harness/") && !name.endsWith("/InContainer.class");
            return !harness
                    && !name.contains("/architecture/")
                    && !name.contains("/report/")
                    && !name.startsWith("/META-INF");
        };
    }

    private static File jarOf(Class<?> type) {
        return codeSource(type);
    }

    private static File codeSource(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
