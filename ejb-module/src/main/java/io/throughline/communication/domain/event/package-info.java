/** What came of telling somebody, for the processes that asked for it. */
package io.throughline.communication.domain.event;
