/** Pages of the desk: contacts, taking a call on one page, calling back. */
package io.throughline.web.contact;
