/** Sealed records on their way to other systems, in the order of their places: none is left out, and each can be asked for again. */
package io.throughline.audit.feed;
