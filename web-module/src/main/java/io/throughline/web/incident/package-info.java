/** Pages of incidents: the queue, and one incident from logging to closing. */
package io.throughline.web.incident;
