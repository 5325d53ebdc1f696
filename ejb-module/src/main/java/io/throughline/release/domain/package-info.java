/**
 * Releases: what an authorized change brings to its servers, as one package.
 *
 * <p>Life of a release: OPEN when the change is coordinated, BUILT with a package, TESTED on the test server (install and
 * way back), ACCEPTED by somebody who did not build it, SCHEDULED by a deployment's plan, DEPLOYED or FAILED as that
 * ended, CLOSED with it; CANCELLED before.
 *
 * <p>Terms: the <em>release manager</em> acknowledges and appoints <em>owner</em> and <em>specialist</em>; the
 * <em>strategy</em> says how it is to be brought out; a <em>package</em> is kept once, under its digest, and is immutable.
 */
package io.throughline.release.domain;
