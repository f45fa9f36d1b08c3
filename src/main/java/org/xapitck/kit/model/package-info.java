/**
 * The values that everybody may use and that use nobody: wires, roles, releases, values, calls,
 * answers, requirements.
 */
package org.xapitck.kit.model;
