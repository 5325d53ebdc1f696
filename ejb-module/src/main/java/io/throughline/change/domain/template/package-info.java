/** Standard changes: templates that are authorized once, and of which each run makes a change of its own. */
package io.throughline.change.domain.template;
