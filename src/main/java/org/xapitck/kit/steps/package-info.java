/** The glue: a step calls the API and asserts; it knows no wire. */
package org.xapitck.kit.steps;
