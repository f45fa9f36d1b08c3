/**
 * The requests that no client library writes: each form is a template over raw bytes, so that what
 * is sent is exactly what its name says.
 */
package org.xapitck.kit.forms;
