/** Playing a scenario: creating what it describes, performing its steps, comparing what is seen with what is expected. */
package io.throughline.scenario.play;
