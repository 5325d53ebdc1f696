/** The one SSH connector of a server process, and how the records of servers become hosts to log in to. */
package io.throughline.batch.connector.gateway;
