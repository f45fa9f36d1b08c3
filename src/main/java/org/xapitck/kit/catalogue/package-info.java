/** The requirements of the published page, and the lint that tests hold the features to. */
package org.xapitck.kit.catalogue;
