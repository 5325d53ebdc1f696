/** Configuration audits, their findings, and the rules by which a difference becomes one. */
package io.throughline.configurationaudit.domain;
