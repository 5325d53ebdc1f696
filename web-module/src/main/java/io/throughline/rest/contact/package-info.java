/** Contacts over REST. */
package io.throughline.rest.contact;
