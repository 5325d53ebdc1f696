/** What servers answered to a documented procedure: evidence on an incident, and what can be learnt from it. */
package io.throughline.incident.domain.diagnosis;
