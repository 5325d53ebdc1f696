/** Jobs and schedules over REST. */
package io.throughline.rest.operation;
