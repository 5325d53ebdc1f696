/** Jobs and schedules in the container. */
package io.throughline.verification.operation;
