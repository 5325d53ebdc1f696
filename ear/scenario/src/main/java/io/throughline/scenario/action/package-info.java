/** The catalogue of actions: which request each stands for. It is data, so that a new verb needs no code here. */
package io.throughline.scenario.action;
