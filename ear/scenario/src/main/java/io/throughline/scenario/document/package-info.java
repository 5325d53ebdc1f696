/** Reading a scenario file and finding everything that is wrong with it before anything is played. */
package io.throughline.scenario.document;
