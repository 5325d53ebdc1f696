/**
 * What we send to a host to look at it or to change it: a small shell script that goes along with every command, so that
 * nothing has to be installed there, and that does on the host what cannot be done from afar: one runner at a time, never
 * an older claim after a newer one, never the same package twice, a memory of what was begun.
 *
 * <p>Verbs: <em>level</em> and <em>probe</em> only look and write nothing. <em>install</em>, <em>verify</em> and
 * <em>rollback</em> bring the package along and take the host's lock. The rules for whoever drives them:
 *
 * <ol>
 *   <li>A token never falls for a product on a host, across deployments too. Who takes over a claim uses a higher one:
 *       the host then refuses whatever of the older claim is still on its way.
 *   <li>After {@link io.throughline.batch.connector.runner.HostOutcome#IN_DOUBT} comes verify with a higher token, and
 *       nothing else. Its answer is final, since the host has taken the lock and the token.
 *   <li>Install may be repeated with the same reference at will: it does not install twice.
 * </ol>
 *
 * <p>The phases that a host remembers are described in {@code docs/package-format.md}, the lines that the runner answers
 * in {@link io.throughline.batch.connector.runner.RunnerAnswer}.
 */
package io.throughline.batch.connector.runner;
