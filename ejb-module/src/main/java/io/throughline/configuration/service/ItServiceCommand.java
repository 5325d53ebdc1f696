package io.throughline.configuration.service;

import io.throughline.configuration.domain.FrontDoor;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * What is to be known of a service.
 *
 * @param frontDoor where and how to ask whether it works; null when no program can
 * @param capacity how much of it must stay up; null for none
 */
public record ItServiceCommand(
        @NotNull @PlainText(max = 120) String name,
        @PlainText(max = 4000, multiline = true) String description,
        Door frontDoor,
        Capacity capacity) {

    /**
     * @param expectStatus 200 when not given
     * @param samples 20 when not given
     * @param minimumSuccessPercent 100 when not given
     */
    public record Door(
            @PlainText(max = 1000) String url, Integer expectStatus, Integer samples, Integer minimumSuccessPercent) {

        static Door from(FrontDoor door) {
            return new Door(door.url(), door.expectStatus(), door.samples(), door.minimumSuccessPercent());
        }

        FrontDoor toFrontDoor() {
            return new FrontDoor(url, or(expectStatus, 200), or(samples, 20), or(minimumSuccessPercent, 100));
        }

        private static int or(Integer given, int otherwise) {
            return given == null ? otherwise : given;
        }
    }

    /**
     * @param minimumLive how many of its servers must be up at any moment
     */
    public record Capacity(int minimumLive) {}

    FrontDoor toFrontDoor() {
        return frontDoor == null ? null : frontDoor.toFrontDoor();
    }

    int minimumLive() {
        return capacity == null ? 0 : capacity.minimumLive();
    }
}
