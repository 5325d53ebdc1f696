/** Taking, assessing and settling contacts. */
package io.throughline.contact.service;
