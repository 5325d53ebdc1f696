package io.throughline.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Wrong passwords from one place and from many. */
class LoginBrakeTest {

    private static final String HOME = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";

    private final MovingClock clock = new MovingClock();
    private final LoginBrake brake = new LoginBrake(clock);

    @Test
    void fourWrongPasswordsAreNobodysConcern() {
        fail(4, "anna", HOME);

        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void theFifthHoldsUpTheAccountFromThatAddressAndNothingElse() {
        fail(4, "anna", HOME);

        assertThat(failed("anna", HOME)).isTrue();
        assertThat(pause("anna", HOME)).isEqualTo(LoginBrake.WINDOW);
        assertThat(pause("anna", ELSEWHERE)).isZero();
        assertThat(pause("ben", HOME)).isZero();
    }

    @Test
    void nobodyIsHeldUpForEver() {
        fail(5, "anna", HOME);
        clock.move(Duration.ofMinutes(10));
        assertThat(pause("anna", HOME)).isEqualTo(Duration.ofMinutes(5));

        clock.move(Duration.ofMinutes(5));

        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUpForLonger() {
        fail(5, "anna", HOME);

        clock.move(Duration.ofHours(-1));

        assertThat(pause("anna", HOME)).isLessThanOrEqualTo(LoginBrake.WINDOW);
        fail(5, "anna", HOME);
        assertThat(pause("anna", HOME)).isEqualTo(LoginBrake.WINDOW);
    }

    @Test
    void theRightPasswordMakesTheWrongOnesForgotten() {
        fail(4, "anna", HOME);
        succeeded("anna", HOME);

        fail(4, "anna", HOME);

        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void whoGuessesFromManyAddressesIsHeldUpByTheAccount() {
        for (int address = 0; address < LoginBrake.PER_ACCOUNT; address++) {
            failed("anna", "198.51.100." + address);
        }

        assertThat(pause("anna", "203.0.113.1")).isPositive();
    }

    @Test
    void whoLoggedInFromThereBeforeIsNotLockedOutByStrangers() {
        succeeded("anna", HOME);
        for (int address = 0; address < LoginBrake.PER_ACCOUNT; address++) {
            failed("anna", "198.51.100." + address);
        }

        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void whoTriesManyNamesFromOneAddressIsHeldUpButNotItsOtherUsers() {
        succeeded("anna", HOME);
        for (int name = 0; name < LoginBrake.PER_ADDRESS; name++) {
            failed("name" + name, HOME);
        }

        assertThat(pause("ben", HOME)).isPositive();
        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void manyAtOnceGetNoFurtherThanOneAfterTheOther() {
        for (int guess = 0; guess < LoginBrake.PER_ACCOUNT_AND_ADDRESS; guess++) {
            assertThat(brake.begin("anna", HOME)).isZero();
        }

        assertThat(brake.begin("anna", HOME)).isEqualTo(LoginBrake.AT_ONCE);
        assertThat(brake.begin("anna", ELSEWHERE)).isZero();
        brake.end("anna", HOME, true);
        assertThat(brake.begin("anna", HOME)).as("one of them was right").isZero();
    }

    @Test
    void anAttemptThatWasDecidedIsNotUnderWayAnyMore() {
        for (int login = 0; login < 2 * LoginBrake.PER_ADDRESS; login++) {
            succeeded("anna", HOME);
        }

        fail(4, "anna", HOME);

        assertThat(pause("anna", HOME)).isZero();
    }

    @Test
    void theManyAddressesOfOneNetworkAreOne() {
        for (int address = 1; address <= LoginBrake.PER_ACCOUNT_AND_ADDRESS; address++) {
            failed("anna", "2001:db8:1:2::" + address);
        }

        assertThat(pause("anna", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(pause("anna", "2001:db8:1:3::1")).isZero();
        assertThat(pause("anna", null)).isZero();
    }

    private Duration pause(String account, String address) {
        Duration pause = brake.begin(account, address);
        if (pause.isZero()) {
            brake.end(account, address, true);
        }
        return pause;
    }

    private boolean failed(String account, String address) {
        assertThat(brake.begin(account, address)).isZero();
        return brake.end(account, address, false);
    }

    private void succeeded(String account, String address) {
        assertThat(brake.begin(account, address)).isZero();
        brake.end(account, address, true);
    }

    private void fail(int times, String account, String address) {
        for (int time = 0; time < times; time++) {
            failed(account, address);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
