/** A service of its own that calls the orders API: what an app client of Cognito does with the caller's side. */
package org.cognito4j.demo.billing;
