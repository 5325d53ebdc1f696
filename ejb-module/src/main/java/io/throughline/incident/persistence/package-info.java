/** Where incidents and their evidence are kept. */
package io.throughline.incident.persistence;
