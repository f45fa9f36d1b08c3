/** The requirements of the published page, and the lint with which tests check the features. */
package org.xapitck.kit.catalogue;
