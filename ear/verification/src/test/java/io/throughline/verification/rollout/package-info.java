/** Rollouts against real SSH hosts, and what becomes of them when somebody kills the server. */
package io.throughline.verification.rollout;
