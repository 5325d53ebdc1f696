/** The REST interface from outside. */
package io.throughline.verification.rest;
