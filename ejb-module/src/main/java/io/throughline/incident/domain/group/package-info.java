/** Groups: people who share a queue of incidents. Incidents name their group by its name, which therefore stays. */
package io.throughline.incident.domain.group;
