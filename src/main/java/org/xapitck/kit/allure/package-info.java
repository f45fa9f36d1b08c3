/** The report of Allure: results in the kit's own shape, and the page. */
package org.xapitck.kit.allure;
