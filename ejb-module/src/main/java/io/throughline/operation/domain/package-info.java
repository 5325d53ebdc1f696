/** Job requests, nodes and schedules, and the rules by which a node is judged alive. */
package io.throughline.operation.domain;
