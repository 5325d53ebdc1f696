/** Keeps groups and their members, and answers for the incidents' services which groups there are. */
package io.throughline.incident.service.group;
