package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import io.throughline.release.domain.ReleaseRepository;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.domain.TestServers;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.function.BiConsumer;

/** What people do with releases: acknowledge, plan, build, test, accept, cancel. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ReleaseService {

    @Inject
    ReleaseRepository releases;

    @Inject
    ReleasePackageRepository packages;

    @Inject
    PackageService packageService;

    @Inject
    TestServers testServers;

    @Inject
    PersonService people;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    History history;

    @Inject
    Threads threads;

    /** The Release Manager takes the release on and appoints owner and specialist. */
    public ReleaseView acknowledge(RecordNumber number, long version, ReleaseCommands.Acknowledge command) {
        String manager = authority.require(Right.RELEASE_MANAGE);
        commands.valid(command);
        String owner = person("owner", command.owner(), Right.RELEASE_PLAN);
        String specialist = person("specialist", command.specialist(), Right.RELEASE_BUILD);
        return change(
                number,
                version,
                AuditEntry.of("release.acknowledge").by(Right.RELEASE_MANAGE),
                (release, deed) -> release.acknowledge(manager, owner, specialist, deed));
    }

    public ReleaseView planStrategy(RecordNumber number, long version, ReleaseCommands.PlanStrategy command) {
        authority.require(Right.RELEASE_PLAN);
        commands.valid(command);
        return change(
                number,
                version,
                AuditEntry.of("release.planStrategy").by(Right.RELEASE_PLAN).performing(Activity.PLAN_RELEASE),
                (release, deed) -> release.plan(command.strategy(), deed));
    }

    /** Attaches a package of the store, whose bytes and signature are checked before. */
    public ReleaseView build(RecordNumber number, long version, ReleaseCommands.Build command) {
        authority.require(Right.RELEASE_BUILD);
        commands.valid(command);
        ReleasePackage attached = packageService.checked(command.releasePackage());
        return change(
                number,
                version,
                AuditEntry.of("release.build").by(Right.RELEASE_BUILD).performing(Activity.BUILD_RELEASE),
                (release, deed) -> release.build(attached, deed));
    }

    /**
     * Starts a test of the attached package and of its way back.
     *
     * @return the release; the job reports to it when it is through
     */
    public ReleaseView test(RecordNumber number, long version, ReleaseCommands.Test command) {
        authority.require(Right.RELEASE_BUILD);
        commands.valid(command);
        RecordNumber server = RecordNumber.parse(RecordKind.SERVER, "server", command.server());
        ReleaseView tested = change(
                number,
                version,
                AuditEntry.of("release.test").by(Right.RELEASE_BUILD).atServer(server),
                (release, deed) -> release.test(deed));
        testServers.requestTest(number.toString(), server.toString());
        return tested;
    }

    public ReleaseView accept(RecordNumber number, long version, ReleaseCommands.Accept command) {
        authority.require(Right.RELEASE_ACCEPT);
        commands.valid(command);
        return change(
                number,
                version,
                AuditEntry.of("release.accept").by(Right.RELEASE_ACCEPT).performing(Activity.BUILD_RELEASE),
                (release, deed) -> release.accept(command.text(), deed));
    }

    public ReleaseView cancel(RecordNumber number, long version, ReleaseCommands.Cancel command) {
        authority.require(Right.RELEASE_MANAGE);
        commands.valid(command);
        return change(
                number,
                version,
                AuditEntry.of("release.cancel").by(Right.RELEASE_MANAGE).because(command.reason()),
                (release, deed) -> release.cancel(deed));
    }

    public ReleaseView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return view(releases.require(number));
    }

    /**
     * @param state null for any
     * @param change number of a change, or null for any
     */
    public Page<ReleaseView> page(ReleaseState state, String change, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return releases.page(state, change, before, size)
                .map(release -> ReleaseView.from(release, attached(release), null, null));
    }

    private String person(String field, String number, Right needed) {
        PersonView person = people.get(RecordNumber.parse(RecordKind.PERSON, field, number));
        if (!person.active() || !person.rights().contains(needed)) {
            throw Invalid.field(field, "must be somebody who is still here and has the right " + needed);
        }
        return person.number();
    }

    private ReleaseView change(RecordNumber number, long version, AuditEntry entry, BiConsumer<Release, Deed> verb) {
        Release release = releases.require(number, version);
        return view(trail.change(release, entry, deed -> verb.accept(release, deed)));
    }

    private ReleaseView view(Release release) {
        String number = release.number().toString();
        return ReleaseView.from(
                release,
                attached(release),
                history.of(release.number()),
                threads.threadOf(number).orElse(number));
    }

    private ReleasePackage attached(Release release) {
        return release.packageNumber() == null ? null : packages.require(RecordNumber.parse(release.packageNumber()));
    }
}
