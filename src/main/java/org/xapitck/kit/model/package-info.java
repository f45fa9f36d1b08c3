/**
 * Values that every package may use and that use no package: wires, roles, releases, values, calls,
 * answers, requirements.
 */
package org.xapitck.kit.model;
