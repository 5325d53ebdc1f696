/** What the records of every process have in common: numbers, versions, transition tables, facts for the audit trail. */
package io.throughline.kernel.domain;
