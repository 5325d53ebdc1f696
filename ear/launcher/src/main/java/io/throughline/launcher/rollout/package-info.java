/**
 * {@code throughline rollout …}: a client of the public REST interface and of nothing else. What it may do, the person may
 * do who is logged in; ending it never touches a rollout.
 */
package io.throughline.launcher.rollout;
