/** How fast the audit trail is sealed, verified and proved. */
package io.throughline.bench.audit;
