/** Maintaining the configuration, and answering what a change of it would touch. */
package io.throughline.configuration.service;
