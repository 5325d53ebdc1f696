/** Asking for jobs and schedules, the node's beat, and the thread that launches and takes over jobs. */
package io.throughline.operation.service;
