/** The oracle: requirements of the published page, and the lint of the features that judge them. */
package org.xapitck.kit.catalogue;
