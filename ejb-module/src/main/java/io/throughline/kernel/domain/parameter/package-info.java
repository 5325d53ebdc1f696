/**
 * Typed parameters that people fill in and hosts receive: what a release package or a documented procedure asks for.
 *
 * <p>Terms: a <em>definition</em> names a parameter and says which values are allowed; a <em>value</em> is always text
 * on its way to a host, but only text that its definition allows. Values never become part of a command line by
 * concatenation; they travel as quoted arguments and environment variables.
 */
package io.throughline.kernel.domain.parameter;
