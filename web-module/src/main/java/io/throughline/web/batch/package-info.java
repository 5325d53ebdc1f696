/** Jobs and schedules: start, stop, restart, plan. */
package io.throughline.web.batch;
